import { Button } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useParams } from '@tanstack/react-router'
import type { ChoiceList } from '../../../contract/configuration.ts'
import { fieldSentences } from '../../kernel/api/problem.ts'
import { EmptyFace } from '../../kernel/ui/faces.tsx'
import { Go } from '../../kernel/ui/Go.tsx'
import { useGo } from '../../kernel/ui/go.ts'
import { useText } from '../../kernel/ui/language.ts'
import { told } from '../../kernel/ui/notify.tsx'
import { Page, Section } from '../../kernel/ui/Page.tsx'
import { becomes, isThere, itemOf, type Configuration } from '../../kernel/shaping/configuration.ts'
import { newList, toField, toLists } from '../links.ts'
import { useAtOnce } from '../objects/removing.tsx'
import { texts as objectTexts } from '../objects/texts.ts'
import { settled } from '../parts/choices.ts'
import { ChoicesEditor } from '../parts/ChoicesEditor.tsx'
import { SaveFoot } from '../parts/SaveFoot.tsx'
import { useDraft, useSaving } from '../parts/saving.ts'
import { TextPair } from '../../kernel/shaping/TextPair.tsx'
import { whole } from '../../kernel/shaping/whole.ts'
import { WithConfiguration } from '../WithConfiguration.tsx'
import { usersOf } from './users.ts'
import { texts } from './texts.ts'
import style from '../configuration.module.css'

/** One shared list: its values, and the fields that take them. */
export function ListScreen() {
  const t = useText()
  const { list: id } = useParams({ strict: false }) as { list: string }
  return (
    <WithConfiguration title={t(texts.lists)}>
      {(configuration) => {
        const item = itemOf(configuration, 'choiceList', id)
        if (id !== newList && (item === null || !isThere(item))) return <Page title={t(texts.lists)}><EmptyFace title={t(texts.noList)} action={<Go className="sd-link" href={toLists}>{t(texts.lists)}</Go>} /></Page>
        return <Editing key={id} configuration={configuration} id={id === newList ? '' : id} />
      }}
    </WithConfiguration>
  )
}

const blank: ChoiceList = { label: { pl: '', en: '' }, choices: [] }
const bodyOf = (configuration: Configuration, id: string): ChoiceList => itemOf(configuration, 'choiceList', id)?.body ?? blank

function Editing({ configuration, id }: { configuration: Configuration; id: string }) {
  const t = useText()
  const go = useGo()
  const fresh = id === ''
  const draft = useDraft<ChoiceList>(configuration, (of) => bodyOf(of, id))
  const { value } = draft
  const label = whole(value.label) ?? blank.label
  const known = new Set(bodyOf(draft.base, id).choices.map((choice) => choice.value))
  const saving = useSaving(() => [becomes(draft.base, 'choiceList', id, { label, choices: settled(value.choices, known) })], () => {
    draft.forget()
    told(t(fresh ? texts.created : texts.saved, { name: t(label) }))
    if (fresh) go(toLists)
  })
  const errors = fieldSentences(saving.act.error)
  return (
    <Page title={fresh ? t(texts.newList) : t(bodyOf(configuration, id).label)} lead={<Go className="sd-link" href={toLists}>{t(texts.lists)}</Go>} acts={!fresh && <RemoveList configuration={configuration} id={id} />}>
      <TextPair label={t(texts.name)} value={value.label} onChange={(words) => draft.change({ ...value, label: words as ChoiceList['label'] })} error={errors['changes.0.label']} required autoFocus={fresh} />
      <div className={style.panel}><ChoicesEditor label={t(texts.values)} help={t(texts.valuesAbout)} choices={value.choices} onChange={(choices) => draft.change({ ...value, choices })} error={errors['changes.0.choices']} /></div>
      {!fresh && <div className={style.panel}><Used configuration={configuration} id={id} /></div>}
      <SaveFoot draft={draft} saving={saving} fresh={fresh} save={fresh ? t(texts.create) : undefined} discard={fresh ? () => go(toLists) : undefined} />
    </Page>
  )
}

function Used({ configuration, id }: { configuration: Configuration; id: string }) {
  const t = useText()
  const users = usersOf(configuration, id)
  return (
    <Section wide title={t(texts.used)}>
      {users.length === 0 ? <p className={style.fact}>{t(texts.unused)}</p> : (
        <ul className={style.list}>{users.map(({ object, field }) => <li key={field.id} className={style.item}><span>{t(object.plural)}: <Go className={style.lineName} href={toField(object.id, field.id)}>{t(field.label)}</Go></span></li>)}</ul>
      )}
    </Section>
  )
}

function RemoveList({ configuration, id }: { configuration: Configuration; id: string }) {
  const t = useText()
  const go = useGo()
  const { act, why } = useAtOnce(configuration)
  const remove = () => void act.run([becomes(configuration, 'choiceList', id, null)], t(objectTexts.removed, { name: t(bodyOf(configuration, id).label) }), () => go(toLists))
  return <><Button color="red" variant="light" leftSection={<IconTrash size={16} stroke={1.6} />} loading={act.busy} onClick={remove}>{t(texts.remove)}</Button>{why}</>
}
