import { Button, Checkbox, Select, TextInput } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import type { ObjectDefinition } from '../../../contract/definition.ts'
import { types } from '../../../fields/types.ts'
import { useMetadata } from '../../kernel/api/metadata.ts'
import { fieldSentences } from '../../kernel/api/problem.ts'
import { useGo } from '../../kernel/ui/go.ts'
import { useText } from '../../kernel/ui/language.ts'
import { told } from '../../kernel/ui/notify.tsx'
import { Section } from '../../kernel/ui/Page.tsx'
import { becomes, itemOf, type Configuration } from '../../kernel/shaping/configuration.ts'
import { toObjects } from '../links.ts'
import { objectBecomes, objectById, shapedFields } from '../model.ts'
import { IconPicker } from '../parts/IconPicker.tsx'
import { SaveFoot } from '../parts/SaveFoot.tsx'
import { useDraft, useSaving } from '../parts/saving.ts'
import { ExpressionBox } from '../../kernel/shaping/ExpressionBox.tsx'
import { surroundingsOf } from '../../kernel/shaping/scope.ts'
import { TextPair } from '../../kernel/shaping/TextPair.tsx'
import { whole } from '../../kernel/shaping/whole.ts'
import type { TabProps } from './ObjectScreen.tsx'
import { useAtOnce } from './removing.tsx'
import { texts } from './texts.ts'
import style from '../configuration.module.css'

const generalOf = ({ label, plural, icon, name, nameField, archivable, navigation, hidden, ownerDefault }: ObjectDefinition) => ({
  label, plural, icon, name, nameField, archivable: archivable === true, inNavigation: navigation !== undefined, hidden: hidden === true, keeper: ownerDefault?.expression ?? '',
})
type General = ReturnType<typeof generalOf>

/** Only what differs is said, so that what is left alone stays as declared. */
function saidOf(configuration: Configuration, object: ObjectDefinition, next: General): Record<string, unknown> {
  const before = generalOf(object)
  const said: Record<string, unknown> = {}
  for (const key of ['label', 'plural'] as const) if (JSON.stringify(next[key]) !== JSON.stringify(before[key])) said[key] = whole(next[key])
  for (const key of ['icon', 'name', 'nameField', 'archivable', 'hidden'] as const) if (next[key] !== before[key]) said[key] = next[key]
  if (next.inNavigation !== before.inNavigation) said.navigation = next.inNavigation ? placeAgain(configuration, object) : null
  if (next.keeper.trim() !== before.keeper) said.ownerDefault = next.keeper.trim() === '' ? null : { expression: next.keeper.trim() }
  return said
}

/** What the program put there returns to its place, by nothing being said of it any more; anything else comes after. */
const placeAgain = (configuration: Configuration, object: ObjectDefinition) =>
  itemOf(configuration, 'objectChange', object.id)?.body.navigation === null ? undefined : { group: 'knowledge', order: 500 }

/** What the object is called, where it stands, and how it goes. */
export function GeneralTab({ configuration, object }: TabProps) {
  const t = useText()
  const draft = useDraft<General>(configuration, (of: Configuration) => generalOf(objectById(of, object.id) ?? object))
  const { value } = draft
  const saving = useSaving(() => [objectBecomes(draft.base, objectById(draft.base, object.id)!, saidOf(draft.base, objectById(draft.base, object.id)!, value))], () => {
    draft.forget()
    told(t(texts.saved, { name: t(value.plural) }))
  })
  const change = (part: Partial<General>) => draft.change({ ...value, ...part })
  const errors = fieldSentences(saving.act.error)
  const isOwn = object.custom === true
  return (
    <>
      <Section title={t(texts.whatItIs)} about={t(texts.whatAbout)}>
        <TextPair label={t(texts.label)} value={value.label} onChange={(label) => change({ label: label as General['label'] })} error={errors['changes.0.label']} required />
        <TextPair label={t(texts.plural)} value={value.plural} onChange={(plural) => change({ plural: plural as General['plural'] })} error={errors['changes.0.plural']} required />
        {isOwn && <TextInput className={style.narrow} label={t(texts.apiName)} description={t(texts.apiNameHelp)} value={value.name} onChange={(event) => change({ name: event.currentTarget.value.trim() })} error={errors['changes.0.name']} maxLength={40} />}
        <IconPicker icon={value.icon} onChange={(icon) => change({ icon })} />
      </Section>
      <Section title={t(texts.more)}>
        {isOwn && <NameField object={object} value={value.nameField} onChange={(nameField) => change({ nameField })} />}
        <Access object={object} />
        {object.access.kind === 'owned' && <Keeper configuration={configuration} object={object} text={value.keeper} onChange={(keeper) => change({ keeper })} />}
        <Checkbox label={t(texts.inNavigation)} checked={value.inNavigation} onChange={(event) => change({ inNavigation: event.currentTarget.checked })} />
        {isOwn && <Checkbox label={t(texts.archivable)} description={t(texts.archivableHelp)} checked={value.archivable} onChange={(event) => change({ archivable: event.currentTarget.checked })} />}
        {isOwn && <RemoveObject configuration={configuration} object={object} />}
      </Section>
      <SaveFoot draft={draft} saving={saving} />
    </>
  )
}

const nameTypes: readonly string[] = ['text', 'phone', 'mail', 'autoNumber']

function NameField({ object, value, onChange }: { object: ObjectDefinition; value: string; onChange(name: string): void }) {
  const t = useText()
  const offered = shapedFields(object).filter((field) => nameTypes.includes(field.type) && field.hidden !== true).map((field) => ({ value: field.name, label: t(field.label) }))
  return <Select className={style.narrow} label={t(texts.recordName)} description={t(texts.recordNameAbout)} data={offered} value={value} onChange={(next) => next !== null && onChange(next)} allowDeselect={false} />
}

function Access({ object }: { object: ObjectDefinition }) {
  const t = useText()
  const { access } = object
  if (access.kind !== 'follows') return <p className={style.fact}>{t(texts.access)}: {t(access.kind === 'owned' ? texts.owned : texts.shared)}</p>
  const names = access.links.map((link) => {
    const field = object.fields.find((one) => one.name === link)
    return field === undefined ? link : t(field.label)
  })
  return <p className={style.fact}>{t(texts.access)}: {t(texts.followsNow, { names: names.join(', ') })}</p>
}

/** A user, as the field of the owner takes it. */
const keeperType = types.link.exprType({ id: 'owner', name: 'owner', label: texts.keeper, type: 'link', target: 'user' })

function Keeper({ configuration, object, text, onChange }: TabProps & { text: string; onChange(text: string): void }) {
  const t = useText()
  const around = surroundingsOf(configuration.objects, useMetadata(), { object: object.name })
  return <ExpressionBox label={t(texts.keeper)} help={t(texts.keeperAbout)} around={around} expected={keeperType} text={text} onChange={onChange} />
}

function RemoveObject({ configuration, object }: TabProps) {
  const t = useText()
  const go = useGo()
  const { act, why } = useAtOnce(configuration)
  const remove = () => void act.run([becomes(configuration, 'object', object.id, null)], t(texts.removed, { name: t(object.plural) }), () => go(toObjects))
  return (
    <div>
      <Button color="red" variant="light" leftSection={<IconTrash size={16} stroke={1.6} />} loading={act.busy} onClick={remove}>{t(texts.removeObject)}</Button>
      <p className={style.fact}>{t(texts.removeObjectAbout)}</p>
      {why}
    </div>
  )
}
