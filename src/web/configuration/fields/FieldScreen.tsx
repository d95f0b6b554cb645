import { Button } from '@mantine/core'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import type { FieldDefinition, FieldTypeName, ObjectDefinition } from '../../../contract/definition.ts'
import { types } from '../../../fields/types.ts'
import { EmptyFace } from '../../kernel/ui/faces.tsx'
import { Go } from '../../kernel/ui/Go.tsx'
import { useGo } from '../../kernel/ui/go.ts'
import { useText } from '../../kernel/ui/language.ts'
import { told } from '../../kernel/ui/notify.tsx'
import { Page } from '../../kernel/ui/Page.tsx'
import type { Configuration } from '../../kernel/shaping/configuration.ts'
import { toNewField, toObject } from '../links.ts'
import { fieldBecomes, fieldById, objectById, type FieldDraft } from '../model.ts'
import { NoObject } from '../objects/ObjectScreen.tsx'
import { SaveFoot } from '../parts/SaveFoot.tsx'
import { useDraft, useSaving } from '../parts/saving.ts'
import { whole } from '../../kernel/shaping/whole.ts'
import { WithConfiguration } from '../WithConfiguration.tsx'
import { draftOfField, freshField, ready } from './draft.ts'
import { FieldForm } from './FieldForm.tsx'
import { OnLayouts } from './OnLayouts.tsx'
import { placesFor, puttingOn } from './placing.ts'
import { TypeGallery } from './TypeGallery.tsx'
import { texts } from './texts.ts'
import { WhereUsed } from './WhereUsed.tsx'
import style from '../configuration.module.css'

/** '/settings/objects/policy/fields/policy.expiry', or …/fields/new. */
export function FieldScreen() {
  const { object: objectId, field: fieldId } = useParams({ strict: false }) as { object: string; field: string }
  const { type } = useSearch({ strict: false }) as { type?: string }
  const t = useText()
  return (
    <WithConfiguration title={t(texts.chooseType)}>
      {(configuration) => {
        const object = objectById(configuration, objectId)
        if (object === null) return <NoObject />
        if (fieldId === 'new') return type !== undefined && type in types ? <Editing key={type} configuration={configuration} object={object} field={null} type={type as FieldTypeName} /> : <Choosing object={object} />
        const field = fieldById(object, fieldId)
        return field === null ? <NoField object={object} /> : <Editing key={fieldId} configuration={configuration} object={object} field={field} type={field.type} />
      }}
    </WithConfiguration>
  )
}

function Choosing({ object }: { object: ObjectDefinition }) {
  const t = useText()
  const navigate = useNavigate()
  return (
    <Page wide title={t(texts.newField, { object: t(object.plural) })} lead={<Go className="sd-link" href={toObject(object.id)}>{t(object.plural)}</Go>}>
      <TypeGallery onPick={(type) => void navigate({ to: '.', search: { type } as never })} />
    </Page>
  )
}

function NoField({ object }: { object: ObjectDefinition }) {
  const t = useText()
  const go = useGo()
  return <Page title={t(object.plural)}><EmptyFace title={t(texts.noField)} action={<Button onClick={() => go(toObject(object.id))}>{t(texts.backToObject)}</Button>}>{t(texts.noFieldAbout)}</EmptyFace></Page>
}

interface EditingProps {
  configuration: Configuration
  object: ObjectDefinition
  field: FieldDefinition | null
  type: FieldTypeName
}

function Editing({ configuration, object, field, type }: EditingProps) {
  const t = useText()
  const go = useGo()
  const fresh = field === null
  const draft = useDraft<FieldDraft>(configuration, (of) => (fresh ? freshField(type) : draftOfField(of, object.id, field.id)))
  const { base, value } = draft
  const baseObject = objectById(base, object.id) ?? object
  const baseField = field === null ? null : (fieldById(baseObject, field.id) ?? field)
  const places = fresh ? placesFor(base, baseObject) : []
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(places.filter(({ usual }) => usual).map(({ id }) => id)))
  const changes = () => {
    const settled = ready(value, baseObject, baseField)
    return [fieldBecomes(base, { object: baseObject, field: baseField }, settled), ...puttingOn(base, places.filter(({ id }) => chosen.has(id)), settled.name!)]
  }
  const saving = useSaving(changes, () => {
    draft.forget()
    told(t(fresh ? texts.added : texts.saved, { name: t(whole(value.label)!) }))
    if (fresh) go(toObject(object.id))
  })
  const title = fresh ? t(texts.newField, { object: t(object.plural) }) : t(field.label)
  return (
    <Page title={title} lead={<Lead object={object} field={field} />}>
      <FieldForm configuration={base} object={baseObject} field={baseField} draft={value} change={(part) => draft.change({ ...value, ...part } as FieldDraft)} error={saving.act.error} />
      {places.length > 0 && <OnLayouts object={baseObject} places={places} chosen={chosen} onChange={setChosen} />}
      {field !== null && <WhereUsed configuration={configuration} object={object} field={field} />}
      <SaveFoot draft={draft} saving={saving} fresh={fresh} save={fresh ? t(texts.addField) : undefined} discard={fresh ? () => go(toObject(object.id)) : undefined} />
    </Page>
  )
}

function Lead({ object, field }: { object: ObjectDefinition; field: FieldDefinition | null }) {
  const t = useText()
  return (
    <span className={style.nameRow}>
      <Go className="sd-link" href={toObject(object.id)}>{t(object.plural)}</Go>
      {field === null ? <Go className="sd-link" href={toNewField(object.id)}>{t(texts.otherType)}</Go> : <code className={style.code}>{field.name}</code>}
      {field !== null && field.custom !== true && <span>{t(texts.builtInAbout)}</span>}
    </span>
  )
}
