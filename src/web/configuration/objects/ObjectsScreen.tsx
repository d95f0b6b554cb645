import { Badge, Button, TextInput } from '@mantine/core'
import { IconPlus, IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import type { ObjectDefinition } from '../../../contract/definition.ts'
import { fold } from '../../../expression/fold.ts'
import { useObject } from '../../kernel/api/metadata.ts'
import { useList } from '../../kernel/api/records.ts'
import { EmptyFace } from '../../kernel/ui/faces.tsx'
import { Go } from '../../kernel/ui/Go.tsx'
import { useGo } from '../../kernel/ui/go.ts'
import { ObjectIcon } from '../../kernel/ui/icons.tsx'
import { useLanguage, useText } from '../../kernel/ui/language.ts'
import { countText } from '../../kernel/ui/number.ts'
import { Page } from '../../kernel/ui/Page.tsx'
import type { Configuration } from '../../kernel/shaping/configuration.ts'
import { toNewObject, toObject } from '../links.ts'
import { shapedFields } from '../model.ts'
import { WithConfiguration } from '../WithConfiguration.tsx'
import { RemovedObjects } from './RemovedTab.tsx'
import { texts } from './texts.ts'
import style from '../configuration.module.css'

/** Everything Sedno keeps records of: what came with it, and what the firm has added. */
export function ObjectsScreen() {
  const t = useText()
  return <WithConfiguration title={t(texts.objects)}>{(configuration) => <Objects configuration={configuration} />}</WithConfiguration>
}

function Objects({ configuration }: { configuration: Configuration }) {
  const t = useText()
  const go = useGo()
  const [wanted, setWanted] = useState('')
  const found = inOrder(configuration.objects).filter(({ label, plural, name }) => fold(`${label.pl} ${label.en} ${plural.pl} ${plural.en} ${name}`).includes(fold(wanted)))
  return (
    <Page wide title={t(texts.objects)} lead={t(texts.lead)} acts={<Button variant="filled" leftSection={<IconPlus size={16} stroke={1.8} />} onClick={() => go(toNewObject)}>{t(texts.newObject)}</Button>}>
      <Misfits configuration={configuration} />
      <TextInput className={style.find} value={wanted} onChange={(event) => setWanted(event.currentTarget.value)} placeholder={t(texts.find)} aria-label={t(texts.find)} leftSection={<IconSearch size={15} stroke={1.7} />} />
      {found.length === 0 ? <EmptyFace title={t(texts.nothing)}>{t(texts.nothingAbout)}</EmptyFace> : <ul className={style.list}>{found.map((object) => <ObjectLine key={object.id} object={object} />)}</ul>}
      <RemovedObjects configuration={configuration} />
    </Page>
  )
}

/** The firm's own first, then those of every day, then what hangs on them. */
function inOrder(objects: readonly ObjectDefinition[]): ObjectDefinition[] {
  const rank = ({ custom, navigation }: ObjectDefinition) => (custom === true ? 0 : navigation === undefined ? 2 : navigation.group === 'settings' ? 3 : 1)
  return objects.toSorted((a, b) => rank(a) - rank(b))
}

function ObjectLine({ object }: { object: ObjectDefinition }) {
  const t = useText()
  const fields = shapedFields(object)
  const own = fields.filter((field) => field.custom === true).length
  return (
    <li className={style.objectLine} data-off={object.hidden || undefined}>
      <span className={style.face}><ObjectIcon name={object.icon} size={19} /></span>
      <div className={style.lineBody}>
        <Go href={toObject(object.id)} className={style.lineName}>{t(object.plural)}</Go>
        <span className={style.tags}>
          {object.custom === true && <Badge color="violet" variant="light">{t(texts.own)}</Badge>}
          {object.hidden === true && <Badge color="gray" variant="light">{t(texts.hidden)}</Badge>}
        </span>
      </div>
      <span className={style.figure}>{t(texts.fields, { count: fields.length })}{own > 0 && object.custom !== true && <span className={style.quiet}> · {t(texts.ownFields, { count: own })}</span>}</span>
      <span className={style.figure}><RecordCount object={object} /></span>
    </li>
  )
}

export function RecordCount({ object }: { object: Pick<ObjectDefinition, 'name' | 'nameField'> }) {
  const t = useText()
  const language = useLanguage()
  const view = useObject(object.name)
  const { data } = useList(object.name, { columns: [object.nameField], limit: 1, count: true, archived: 'all' }, { enabled: view?.can.read === true })
  if (data?.count === undefined) return null
  const { value, exact } = data.count
  const shown = countText(value, language)
  return <>{exact ? t(texts.records, { count: value, shown }) : t(texts.over, { shown })}</>
}

function Misfits({ configuration }: { configuration: Configuration }) {
  const t = useText()
  if (configuration.misfits.length === 0) return null
  return (
    <div className={style.warning} role="alert">
      {t(texts.misfits)}
      <ul>{configuration.misfits.map(({ kind, id, reason }) => <li key={`${kind} ${id}`}>{id}: {reason}</li>)}</ul>
    </div>
  )
}
