import { IconArrowRight } from '@tabler/icons-react'
import type { HistoryEntry, ObjectView } from '../../../../contract/records.ts'
import { fieldOf } from '../../api/metadata.ts'
import { useText } from '../../ui/language.ts'
import { FieldShow } from '../field/FieldShow.tsx'
import { texts } from './texts.ts'
import style from './timeline.module.css'

const isEmpty = (value: unknown) => value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)

/** What changed, as a person reads it: field, before, after. Fields he may not see are not in it. */
export function Changes({ object, changes, limit }: { object: ObjectView; changes: HistoryEntry['changes']; limit?: number }) {
  const t = useText()
  const known = Object.entries(changes).flatMap(([name, change]) => {
    const field = fieldOf(object, name)
    return field === null || field.name === 'archivedAt' ? [] : [{ field, ...apart(change) }]
  })
  return (
    <dl className={style.changes}>
      {known.slice(0, limit).map(({ field, from, to }) => (
        <div key={field.name} className={style.change}>
          <dt>{t(field.label)}</dt>
          <dd>
            {!isEmpty(from) && <del className={style.before} aria-label={t(texts.from)}><FieldShow field={field} value={from} density="cell" /></del>}
            {!isEmpty(from) && <IconArrowRight className={style.arrow} aria-hidden />}
            {isEmpty(to) ? isEmpty(from) ? null : <span className={style.before}>{t(texts.empty2)}</span> : <ins className={style.after}><FieldShow field={field} value={to} density="cell" /></ins>}
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** Of lists only what went and what came; the rest stayed. */
function apart({ from, to }: { from: unknown; to: unknown }): { from: unknown; to: unknown } {
  if (!Array.isArray(from) || !Array.isArray(to)) return { from, to }
  const key = (item: unknown) => JSON.stringify(item !== null && typeof item === 'object' && 'id' in item ? item.id : item)
  const [before, after] = [new Set(from.map(key)), new Set(to.map(key))]
  const went = from.filter((item) => !after.has(key(item)))
  const came = to.filter((item) => !before.has(key(item)))
  return went.length + came.length === 0 ? { from, to } : { from: went, to: came }
}

/** What was done to the record, in words: of a change its fields, of archiving which way. */
export function titleOfVerb(verb: HistoryEntry['verb'], object: ObjectView | null, changes: HistoryEntry['changes'], t: ReturnType<typeof useText>): string {
  if (verb === 'change') return titleOfChanges(object, changes, t)
  return verb === 'archive' && changes.archivedAt !== undefined && isEmpty(changes.archivedAt.to) ? t(texts.unarchive) : t(texts[verb])
}

/** 'Zmiana: Region i 2 pola więcej' */
function titleOfChanges(object: ObjectView | null, changes: HistoryEntry['changes'], t: ReturnType<typeof useText>): string {
  const labels = Object.keys(changes).map((name) => (object ? fieldOf(object, name) : null)).filter((field) => field !== null).map((field) => t(field.label))
  if (labels.length === 0) return t(texts.change)
  return labels.length === 1 ? t(texts.changedOne, { field: labels[0]! }) : t(texts.changedMany, { field: labels[0]!, count: labels.length - 1 })
}
