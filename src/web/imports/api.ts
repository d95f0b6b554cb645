import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import type { Answer } from '../../contract/route.ts'
import type { columnValues, ColumnTarget, FileFormat, ImportAnswer, ImportOptions, listFound, listRefused, SavedMapping } from '../../server/imports/contract.ts'
import { keys as shared, queries } from '../kernel/api/client.ts'
import { request } from '../kernel/api/request.ts'
import { sendForm } from '../kernel/records/field/files.ts'

export type Import = ImportAnswer
export type Preview = NonNullable<Import['preview']>
export type { ColumnTarget, FileFormat, ImportOptions, SavedMapping }
export type RefusedPage = Answer<typeof listRefused>
export type FoundPage = Answer<typeof listFound>
export type FoundRow = FoundPage['rows'][number]
export type ColumnValues = Answer<typeof columnValues>
export interface Settings {
  format?: Partial<FileFormat>
  mapping?: ColumnTarget[]
  options?: ImportOptions
}

export const keys = {
  all: ['imports'] as const,
  list: ['imports', 'list'] as const,
  one: (id: string) => ['imports', 'one', id] as const,
  refused: (id: string, of: object) => ['imports', 'one', id, 'refused', of] as const,
  found: (id: string, run: string | null) => ['imports', 'found', id, run] as const,
  values: (id: string, column: number, format: object) => ['imports', 'values', id, column, format] as const,
  mappings: (object: string) => ['imports', 'mappings', object] as const,
}

export const isGoing = ({ state }: Pick<Import, 'state'>): boolean => state === 'previewing' || state === 'running' || state === 'undoing'
/** May its rules still be changed? */
export const isOpen = ({ state }: Pick<Import, 'state'>): boolean => state === 'uploaded' || state === 'previewing' || state === 'previewed'

const at = (id: string, ...rest: string[]) => ['/api/imports', id, ...rest].join('/')

export const useImports = () =>
  useQuery({
    queryKey: keys.list,
    queryFn: async ({ signal }) => (await request<{ imports: Import[] }>('GET', '/api/imports', { signal })).imports,
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data?.some(isGoing) ? 1500 : false),
  })

/** Asked again as long as something is being done with it. */
export const useImport = (id: string, enabled = true) =>
  useQuery({
    queryKey: keys.one(id),
    queryFn: ({ signal }) => request<Import>('GET', at(id), { signal }),
    enabled,
    staleTime: 5_000,
    refetchInterval: ({ state }) => (state.data !== undefined && isGoing(state.data) ? 700 : false),
  })

export function keep(answer: Import): Import {
  queries.setQueryData(keys.one(answer.id), answer)
  void queries.invalidateQueries({ queryKey: keys.list })
  return answer
}

export function upload(file: File, given: { object: string; settings?: Settings }, how: { progress: (share: number) => void; signal: AbortSignal }): Promise<Import> {
  const form = new FormData()
  form.append('object', given.object)
  for (const [name, value] of Object.entries(given.settings ?? {})) form.append(name, JSON.stringify(value))
  form.append('file', file, file.name)
  return sendForm<Import>('/api/imports', form, how).then(keep)
}

/** Begins one of the long works; it goes on whatever becomes of this page. */
export async function start(id: string, work: 'preview' | 'run' | 'undo'): Promise<Import> {
  const answer = keep(await request<Import>('POST', at(id, work), { query: { wait: 0 } }))
  void queries.invalidateQueries({ queryKey: shared.runs })
  return answer
}

export const cancel = async (id: string): Promise<Import> => keep(await request<Import>('POST', at(id, 'cancel')))

export async function giveUp(id: string): Promise<void> {
  await request('DELETE', at(id))
  await queries.invalidateQueries({ queryKey: keys.list })
}

export const change = (id: string, settings: Settings): Promise<Import> => request<Import>('PATCH', at(id), { body: settings })

export interface RefusedOf {
  code?: string
  column?: string
}

export const readRefused = (id: string, of: RefusedOf & { after?: number; limit?: number }, signal?: AbortSignal): Promise<RefusedPage> =>
  request<RefusedPage>('GET', at(id, 'refused'), { query: { ...of }, signal })

/** The rows of one preview whose record is there already, fifty at a time. */
export const useFound = (it: Import) =>
  useInfiniteQuery({
    queryKey: keys.found(it.id, it.run),
    queryFn: ({ signal, pageParam }) => request<FoundPage>('GET', at(it.id, 'found'), { query: { after: pageParam, limit: 50 }, signal }),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    staleTime: Infinity,
  })

export const useColumnValues = (it: Import, column: number, enabled: boolean) =>
  useQuery({
    queryKey: keys.values(it.id, column, it.format),
    queryFn: ({ signal }) => request<ColumnValues>('GET', at(it.id, 'columns', String(column)), { signal }),
    enabled,
    staleTime: Infinity,
  })

export const useMappings = (object: string) =>
  useQuery({ queryKey: keys.mappings(object), queryFn: async ({ signal }) => (await request<{ mappings: SavedMapping[] }>('GET', '/api/import-mappings', { query: { object }, signal })).mappings })

export async function saveMapping(body: Omit<SavedMapping, 'id'>): Promise<void> {
  await request('POST', '/api/import-mappings', { body })
  await queries.invalidateQueries({ queryKey: keys.mappings(body.object) })
}

export async function dropMapping({ id, object }: SavedMapping): Promise<void> {
  await request('DELETE', `/api/import-mappings/${id}`)
  await queries.invalidateQueries({ queryKey: keys.mappings(object) })
}
