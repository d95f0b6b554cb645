import type { Values } from '../../../../contract/definition.ts'
import { keys, queries } from '../../api/client.ts'
import { listRecords, putRecord, undoRecord } from '../../api/records.ts'
import { request } from '../../api/request.ts'
import { finished, isRunning, toldElsewhere, type Run } from '../../api/runs.ts'
import { chosenWhere, type Selection } from './selection.ts'
import type { ListOf } from './useList.ts'

export type MassChange = { values: Values } | { delete: true } | { archive: boolean }

/** How a run of a mass change came out. */
export interface MassResult {
  changed: number
  refused: number
  reasons: { code: string; message: string; count: number }[]
  /** By it all is undone. */
  operation: string
}

/** One change of all that is chosen, as a run that can be watched and cancelled. */
export async function changeMany(list: ListOf, selection: Selection, change: MassChange): Promise<Run> {
  const which = selection.all
    ? { all: true, where: chosenWhere(selection, list.request.where ?? '').where || undefined, search: list.request.search, archived: list.request.archived }
    : { ids: [...selection.ids] }
  const run = await request<Run>('POST', `/api/records/${list.object.name}/mass`, { body: { ...which, ...change } })
  void queries.invalidateQueries({ queryKey: keys.runs })
  return run
}

/** Waits a moment for the end; longer work is left to the tray. */
export async function watched(run: Run, patience = 4000): Promise<Run> {
  toldElsewhere.add(run.id)
  const ended = await Promise.race([finished(run.id), new Promise<Run>((resolve) => setTimeout(() => resolve(run), patience))])
  if (isRunning(ended)) toldElsewhere.delete(run.id)
  return ended
}

export const takeBack = (run: Run): Promise<unknown> => undoRecord({ operation: (run.result as MassResult | null)?.operation ?? run.id })

/** Out of the trash, one by one: who restores a record restores what went with it. Gives how many came back. */
export async function restoreChosen(list: ListOf, selection: Selection): Promise<number> {
  const ids = selection.all ? await trashed(list, selection.except) : [...selection.ids]
  for (const id of ids) await putRecord(list.object.name, id, 'restore')
  return ids.length
}

async function trashed(list: ListOf, except: ReadonlySet<string>): Promise<string[]> {
  const { rows } = await listRecords(list.object.name, { ...list.request, columns: [list.object.nameField], limit: 500 })
  return rows.map((row) => row.id).filter((id) => !except.has(id))
}
