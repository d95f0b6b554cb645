import type { ListAnswer, RecordRow } from '../../../contract/records.ts'
import { keys, queries } from '../../kernel/api/client.ts'
import { changeRecord, createRecord, listQuery, useList } from '../../kernel/api/records.ts'
import { removeWithUndo } from '../../kernel/records/page/acts.ts'
import { useText } from '../../kernel/ui/language.ts'
import { refused } from '../../kernel/ui/notify.tsx'
import { texts } from './texts.ts'

export const itemsAtMost = 200

const asked = (activity: string) => ({ columns: ['title', 'done', 'position'], where: `activity = '${activity}'`, order: 'position,createdAt', limit: itemsAtMost })

export type Checklist = ReturnType<typeof useChecklist>

/** Everything shows at once; what the server refuses is put back and said. */
export function useChecklist(activity: string) {
  const t = useText()
  const list = useList('checklistItem', asked(activity))
  const items = list.data?.rows
  const show = (rows: readonly RecordRow[]) => {
    // An answer on its way would put back what stood before.
    void queries.cancelQueries({ queryKey: keys.lists('checklistItem') })
    queries.setQueryData(listQuery('checklistItem', asked(activity)).queryKey, (before) => before && ({ ...before, rows } as ListAnswer))
  }

  async function attempt(work: () => Promise<unknown>): Promise<boolean> {
    try {
      await work()
      return true
    } catch (error) {
      refused(error)
      await queries.invalidateQueries({ queryKey: keys.lists('checklistItem') })
      return false
    }
  }
  const tick = (item: RecordRow, done: boolean) => {
    show(items!.map((one) => (one.id === item.id ? { ...one, done } : one)))
    return attempt(() => changeRecord('checklistItem', item.id, item.version, { done }))
  }
  /** By one place; those whose number differs from their place are numbered anew. */
  const move = (item: RecordRow, by: 1 | -1) => {
    const at = items!.findIndex(({ id }) => id === item.id)
    const other = items![at + by]
    if (other === undefined) return Promise.resolve(false)
    const ordered = items!.with(at, other).with(at + by, item)
    show(ordered)
    const displaced = ordered.map((one, place) => ({ one, place })).filter(({ one, place }) => one['position'] === null || Number(one['position']) !== place)
    return attempt(() => Promise.all(displaced.map(({ one, place }) => changeRecord('checklistItem', one.id, one.version, { position: String(place) }))))
  }
  const add = (titles: readonly string[]) =>
    attempt(async () => {
      const last = Math.max(-1, ...items!.map((item) => Number(item['position'] ?? -1)))
      for (const [index, title] of titles.slice(0, itemsAtMost - items!.length).entries()) await createRecord('checklistItem', { activity, title: title.slice(0, 500), position: String(last + 1 + index) })
    })
  const remove = (item: RecordRow) => removeWithUndo('checklistItem', item.id, t(texts.removed, { title: String(item['title']) }))
  return { items, error: list.error, tick, move, add, remove }
}
