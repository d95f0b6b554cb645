import { useEffect, useSyncExternalStore } from 'react'
import type { RecordRow } from '../../../../contract/records.ts'
import { onRecordEvents, type RecordEvent } from '../../api/events.ts'
import { listRecords, onRowChanged, type ListRequest } from '../../api/records.ts'
import { createWindow, type RowWindow } from './window.ts'

// Lists one has just left are kept, so Back shows them at once and where they were.
const kept = new Map<string, RowWindow>()
const keptLists = 24

export function windowOf(object: string, list: ListRequest): RowWindow {
  const key = JSON.stringify([object, list])
  const found = kept.get(key)
  if (found !== undefined) {
    kept.delete(key)
    kept.set(key, found)
    return found
  }
  const made = createWindow((after, limit) => listRecords(object, { ...list, limit, after: after ?? undefined }), list.limit)
  kept.set(key, made)
  for (const old of kept.keys()) {
    if (kept.size <= keptLists) break
    kept.delete(old)
  }
  return made
}

/** Rows of a list, kept fresh: one's own changes at once, other people's within a moment. */
export function useRowWindow(object: string, list: ListRequest): RowWindow {
  const rows = windowOf(object, list)
  useSyncExternalStore(rows.subscribe, rows.version)
  const key = JSON.stringify(list)
  useEffect(() => {
    const follow = async (ids: readonly string[], created: boolean) => {
      const shown = ids.filter((id) => rows.find(id) !== null)
      if (shown.length > 0) await reread(object, list, rows, shown)
      if (!created) return
      if (rows.size() <= 500) await rows.renew()
      else rows.grewOld()
    }
    const endEvents = onRecordEvents((changes) => {
      const mine = changes.filter((change) => change.object === object && isNews(rows, change))
      if (mine.length === 0) return
      if (mine.length > 200 || mine.some((change) => change.record === null)) rows.size() <= 500 ? void rows.renew() : rows.grewOld()
      else void follow([...new Set(mine.flatMap((change) => change.record ?? []))], mine.some(({ verb, record }) => (verb !== 'change' && verb !== 'calculate') || rows.find(record!) === null))
    })
    const endOwn = onRowChanged((changed, row) => {
      if (changed !== object) return
      if ('gone' in row) void follow([row.id], true)
      else if (rows.find(row.id) === null) void follow([], true)
      else void follow([row.id], false)
    })
    return () => {
      endEvents()
      endOwn()
    }
  }, [rows, object, key])
  return rows
}

/** Already shown in this version: one's own change coming back as an event. A calculated value comes without a new version. */
const isNews = (rows: RowWindow, { record, version, verb }: RecordEvent) => record === null || version === null || verb === 'calculate' || (rows.find(record)?.row.version ?? -1) < version

/** The same list asked for these rows only: what no longer belongs in it does not come back. */
async function reread(object: string, list: ListRequest, rows: RowWindow, ids: readonly string[]): Promise<void> {
  const where = [list.where, `id in (${ids.map((id) => `'${id}'`).join(', ')})`].filter((one) => one !== undefined && one !== '').map((one) => `(${one})`).join(' and ')
  const fresh = await listRecords(object, { ...list, where, limit: Math.min(500, ids.length), count: undefined }).catch(() => null)
  if (fresh === null) return
  const byId = new Map(fresh.rows.map((row): [string, RecordRow] => [row.id, row]))
  for (const id of ids) {
    const row = byId.get(id)
    if (row === undefined) rows.drop(id)
    else rows.patch(id, row)
  }
}
