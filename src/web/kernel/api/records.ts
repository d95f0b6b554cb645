import { keepPreviousData, queryOptions, useMutation, useQuery } from '@tanstack/react-query'
import type { Values } from '../../../contract/definition.ts'
import type { HistoryEntry, ListAnswer, MergeAnswer, RecordRow, UndoAnswer } from '../../../contract/records.ts'
import { keys, queries } from './client.ts'
import { request, type Query } from './request.ts'
import { resultOf, type Run } from './runs.ts'

export interface ListRequest {
  columns?: readonly string[]
  where?: string
  search?: string
  order?: string
  limit?: number
  after?: string
  count?: boolean
  archived?: 'no' | 'only' | 'all'
  trash?: boolean
  can?: boolean
}
export interface GroupsRequest {
  by: string
  measures: string
  where?: string
  search?: string
  archived?: 'no' | 'only' | 'all'
  trash?: boolean
}
export type Group = Record<string, unknown>

const at = (object: string, ...rest: string[]) => ['/api/records', object, ...rest].map((part, index) => (index === 0 ? part : encodeURIComponent(part))).join('/')
const asQuery = (from: object): Query => ({ ...from }) as Query

export const listRecords = (object: string, list: ListRequest, signal?: AbortSignal) => request<ListAnswer>('GET', at(object), { query: asQuery(list), signal })

export const listQuery = (object: string, list: ListRequest) =>
  queryOptions({ queryKey: keys.list(object, list), queryFn: ({ signal }) => listRecords(object, list, signal), placeholderData: keepPreviousData })

/** One page of records: related lists, pickers. The list screen pages by itself. */
export const useList = (object: string, list: ListRequest, options: { enabled?: boolean } = {}) => useQuery({ ...listQuery(object, list), ...options })

export const useGroups = (object: string, groups: GroupsRequest, options: { enabled?: boolean } = {}) =>
  useQuery({
    queryKey: keys.groups(object, groups),
    queryFn: ({ signal }) => request<{ groups: Group[] }>('GET', at(object, 'groups'), { query: asQuery(groups), signal }),
    placeholderData: keepPreviousData,
    ...options,
  })

export const readRecord = (object: string, id: string, columns?: readonly string[], signal?: AbortSignal) =>
  // Who may see the trash sees its records too, with a banner; the server decides.
  request<RecordRow>('GET', at(object, id), { query: { columns, trash: true }, signal })

export const recordQuery = (object: string, id: string) => queryOptions({ queryKey: keys.record(object, id), queryFn: ({ signal }) => readRecord(object, id, undefined, signal) })

export const useRecord = (object: string, id: string | null | undefined) => useQuery({ ...recordQuery(object, id ?? ''), enabled: typeof id === 'string' && id !== '' })

export const useHistory = (object: string, id: string) =>
  useQuery({ queryKey: keys.history(object, id), queryFn: ({ signal }) => request<{ entries: HistoryEntry[] }>('GET', at(object, id, 'history'), { signal }) })

// ---- Writing ---------------------------------------------------------------------------------------------------
// Plain functions for optimistic screens, hooks around them for the rest. Each tells the cache what it changed.

/** `key`: the same key and values again give the first answer, so that a repeat makes no second record. */
export async function createRecord(object: string, values: Values, key: string = crypto.randomUUID()): Promise<RecordRow> {
  const made = await request<RecordRow>('POST', at(object), { body: values, headers: { 'idempotency-key': key } })
  changed(object, made)
  return made
}

/** A stale version is a ProblemError with status 409 that carries both sides. */
export async function changeRecord(object: string, id: string, version: number, values: Values): Promise<RecordRow> {
  const row = await request<RecordRow>('PATCH', at(object, id), { body: { version, ...values } })
  changed(object, row)
  return row
}

export async function removeRecord(object: string, id: string): Promise<void> {
  await request('DELETE', at(object, id))
  gone(object, id)
}

/** restore, archive, unarchive. */
export async function putRecord(object: string, id: string, verb: 'restore' | 'archive' | 'unarchive'): Promise<void> {
  await request('POST', at(object, id, verb))
  gone(object, id)
}

export async function runAction(object: string, id: string, action: string, input: Values = {}): Promise<unknown> {
  const answer = await request('POST', at(object, id, 'actions', action), { body: input })
  gone(object, id)
  return answer
}

/** Undo of one change of the history, or of all that one operation changed; a great one is a run, seen in the tray while it goes. */
export async function undoRecord(what: { operation: string } | { history: string }): Promise<UndoAnswer> {
  const answered = await request<UndoAnswer | Run>('POST', '/api/undo', { body: what })
  const answer = 'state' in answered ? await resultOf<UndoAnswer>(answered) : answered
  await queries.invalidateQueries({ queryKey: ['records'] })
  return answer
}

export const useCreate = (object: string) => useMutation({ mutationFn: (values: Values) => createRecord(object, values) })
export const useChange = (object: string, id: string) => useMutation({ mutationFn: ({ version, values }: { version: number; values: Values }) => changeRecord(object, id, version, values) })
export const useRemove = (object: string) => useMutation({ mutationFn: (id: string) => removeRecord(object, id) })
export const useAction = (object: string, id: string, action: string) => useMutation({ mutationFn: (input: Values | void) => runAction(object, id, action, input ?? {}) })

type RowListener = (object: string, row: RecordRow | { id: string; gone: true }) => void
const rowListeners = new Set<RowListener>()
/** The list screen keeps its own rows and wants to know of each change made here. */
export function onRowChanged(listener: RowListener): () => void {
  rowListeners.add(listener)
  return () => rowListeners.delete(listener)
}

function changed(object: string, row: RecordRow): void {
  for (const listener of rowListeners) listener(object, row)
  void queries.invalidateQueries({ queryKey: keys.object(object) })
}

function gone(object: string, id: string): void {
  for (const listener of rowListeners) listener(object, { id, gone: true })
  void queries.invalidateQueries({ queryKey: keys.object(object) })
}

/** Makes one record of several; what is attached to the others moves along. */
export async function mergeRecords(object: string, keep: string, merge: readonly string[], values: Values): Promise<MergeAnswer> {
  const answer = await request<MergeAnswer>('POST', `/api/merge/${encodeURIComponent(object)}`, { body: { keep, merge, values } })
  await queries.invalidateQueries({ queryKey: ['records'] })
  return answer
}

export async function undoMerge(object: string, operation: string): Promise<void> {
  await request('POST', `/api/merge/${encodeURIComponent(object)}/undo`, { body: { operation } })
  await queries.invalidateQueries({ queryKey: ['records'] })
}
