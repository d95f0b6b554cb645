import type { Values } from '../../../../contract/definition.ts'
import { request } from '../../api/request.ts'
import { finished, undoRun, type Run } from '../../api/runs.ts'
import { keys, queries } from '../../api/client.ts'
import { chosenWhere, type Selection } from './selection.ts'
import type { ListOf } from './useList.ts'

export type MassChange = { values: Values } | { delete: true } | { archive: boolean } | { restore: true }

/** One change of all that is chosen, as a run that can be watched, cancelled and taken back. */
export async function changeMany(list: ListOf, selection: Selection, change: MassChange): Promise<Run> {
  const { where, matching } = chosenWhere(selection, list.request.where ?? '')
  const body = { where: where || undefined, search: matching ? list.request.search : undefined, archived: list.request.archived, trash: list.request.trash, ...change }
  const run = await request<Run>('POST', `/api/records/${list.object.name}/mass`, { body })
  void queries.invalidateQueries({ queryKey: keys.runs })
  return run
}

/** Waits a moment for the end; longer work is left to the tray. */
export async function watched(run: Run, patience = 4000): Promise<Run> {
  return await Promise.race([finished(run.id), new Promise<Run>((resolve) => setTimeout(() => resolve(run), patience))])
}

export async function takeBack(run: Run, object: string): Promise<void> {
  const undo = await undoRun(run.id)
  if (undo?.id !== undefined) await finished(undo.id)
  await queries.invalidateQueries({ queryKey: keys.object(object) })
}
