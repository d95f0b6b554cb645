import { useState } from 'react'
import { IconAlertCircle, IconArchive, IconArrowMerge, IconPencil, IconPlus, IconRestore, IconTrash } from '@tabler/icons-react'
import type { Icon } from '@tabler/icons-react'
import type { Color } from '../../../../contract/definition.ts'
import type { HistoryEntry, TimelineEntry } from '../../../../contract/records.ts'
import { Linked } from '../../../../fields/linked.tsx'
import { Tag } from '../../../../fields/tag.tsx'
import { keys, queries } from '../../api/client.ts'
import { useMetadata, useObject } from '../../api/metadata.ts'
import { useRooms } from '../../shell/rooms.ts'
import { Go } from '../../ui/Go.tsx'
import { ObjectIcon } from '../../ui/icons.tsx'
import { useManner, useText } from '../../ui/language.ts'
import { toRecord } from '../../ui/links.ts'
import { fullMoment, momentText } from '../time.ts'
import { Changes, titleOfVerb } from './Changes.tsx'
import { choiceOf, labelOfType } from './offered.ts'
import { texts } from './texts.ts'
import style from './timeline.module.css'

type Verb = HistoryEntry['verb']
const verbIcons: Record<Verb, Icon> = { create: IconPlus, change: IconPencil, delete: IconTrash, restore: IconRestore, purge: IconTrash, merge: IconArrowMerge, archive: IconArchive }

/** Entries of the same kind look the same everywhere; changes of data stay grey, so that what people did stands out. */
const colors: readonly Color[] = ['teal', 'violet', 'blue', 'amber', 'green']
const colorOf = (entry: TimelineEntry): Color => (entry.overdue ? 'red' : entry.verb ? 'grey' : colors[[...entry.kind].reduce((sum, letter) => sum + letter.codePointAt(0)!, 0) % colors.length]!)

const foldedFrom = 260

export function TimelineItem({ entry, on }: { entry: TimelineEntry; on: { object: string; id: string } }) {
  const t = useText()
  const manner = useManner()
  const about = useObject(entry.about.object)
  const elsewhere = entry.about.id !== on.id
  const own = useObject(entry.record?.object ?? entry.kind)
  // The title of a note is its first line: the text is then shown whole, and the line above says what it is.
  const isText = entry.body !== undefined && startsAlike(entry.body, entry.title)
  const Acts = useRooms().flatMap((room) => room.record?.entryActs?.[entry.record?.object ?? ''] ?? [])[0]
  const kind = useKindLabel(entry)
  const title = entry.verb ? titleOfVerb(entry.verb, about, entry.changes ?? {}, t) : isText && own ? t(own.label) : entry.title
  return (
    <li className={style.entry}>
      <span className={style.mark} data-color={colorOf(entry)} aria-hidden><Mark entry={entry} /></span>
      <div>
        <div className={style.head}>
          <span className={style.headline}>
            {entry.record && !entry.verb ? <Go className={style.title} href={toRecord(entry.record.object, entry.record.id)}>{title}</Go> : <span className={style.title}>{title}</span>}
            {kind !== null && <span className={style.by}>{kind}</span>}
            <span className={style.by}>{entry.by?.name ?? (entry.done === undefined ? t(texts.program) : '')}</span>
            {entry.overdue && <Tag color="red">{t(texts.overdue)}</Tag>}
            <Choices entry={entry} />
          </span>
          <time className={style.when} dateTime={entry.at} title={fullMoment(entry.at, manner)}>{momentText(entry.at, manner)}</time>
        </div>
        {entry.body && <Body text={entry.body} />}
        {entry.changes && about && entry.verb === 'change' && <FoldedChanges object={about} changes={entry.changes} />}
        {entry.outcomeNote && <Body text={entry.outcomeNote} />}
        <div className={style.sub}>
          {entry.recurrence && <span>{entry.recurrence}</span>}
          {entry.people?.map(({ id, name }) => <Go key={id} href={toRecord('person', id)}>{name}</Go>)}
          {entry.cases?.map(({ object, id, name }) => <Go key={id} href={toRecord(object, id)}>{name}</Go>)}
          {elsewhere && <Go href={toRecord(entry.about.object, entry.about.id)}>{t(texts.about, { name: entry.about.name })}</Go>}
          {Acts !== undefined && <Acts entry={entry} onDone={() => void queries.invalidateQueries({ queryKey: keys.timeline(on.object, on.id) })} />}
        </div>
      </div>
    </li>
  )
}

/** Of an entry whose kind is a type of its records: what the type is called. */
function useKindLabel(entry: TimelineEntry): string | null {
  const t = useText()
  const metadata = useMetadata()
  if (entry.record === undefined || entry.kind === entry.record.object) return null
  const label = labelOfType(metadata, entry.kind)
  return label === null ? null : t(label)
}

/** What stands out among its choices: a priority above the usual, how it ended. */
function Choices({ entry }: { entry: TimelineEntry }) {
  const t = useText()
  const metadata = useMetadata()
  const shown = [entry.priority === 'normal' || entry.priority === 'low' ? null : choiceOf(metadata, entry, { field: 'priority', value: entry.priority }), choiceOf(metadata, entry, { field: 'outcome', value: entry.outcome }), entry.state === 'cancelled' ? choiceOf(metadata, entry, { field: 'state', value: entry.state }) : null]
  return shown.map((choice) => choice !== null && <Tag key={choice.value} color={choice.color ?? 'grey'}>{t(choice.label)}</Tag>)
}

function Mark({ entry }: { entry: TimelineEntry }) {
  const object = useObject(entry.record?.object ?? entry.kind)
  const ofKind = useRooms().flatMap((room) => room.record?.kindIcons?.[entry.kind] ?? [])[0]
  if (entry.overdue) return <IconAlertCircle className={style.markIcon} />
  if (entry.verb) {
    const Found = verbIcons[entry.verb]
    return <Found className={style.markIcon} />
  }
  return <ObjectIcon name={ofKind ?? object?.icon ?? 'message'} size={13} />
}

const startsAlike = (body: string, title: string): boolean => body.trim().startsWith(title.replace(/…$/, '').trim())

function Body({ text }: { text: string }) {
  const t = useText()
  const long = text.length > foldedFrom || text.split('\n').length > 4
  const [folded, setFolded] = useState(true)
  return (
    <>
      <p className={style.text} data-folded={long && folded}><Linked text={text.trim()} /></p>
      {long && <span className={style.acts}><button type="button" className={style.act} aria-expanded={!folded} onClick={() => setFolded(!folded)}>{t(folded ? texts.more : texts.less)}</button></span>}
    </>
  )
}

const shownAtOnce = 4

function FoldedChanges({ object, changes }: { object: NonNullable<ReturnType<typeof useObject>>; changes: HistoryEntry['changes'] }) {
  const t = useText()
  const [all, setAll] = useState(false)
  const count = Object.keys(changes).length
  return (
    <>
      <Changes object={object} changes={changes} limit={all ? undefined : shownAtOnce} />
      {count > shownAtOnce && <span className={style.acts}><button type="button" className={style.act} aria-expanded={all} onClick={() => setAll(!all)}>{t(all ? texts.less : texts.more)}</button></span>}
    </>
  )
}
