import { useQuery } from '@tanstack/react-query'
import type { ObjectView } from '../../../../contract/records.ts'
import type { Text } from '../../../../contract/text.ts'
import type { Answer, Sent } from '../../../../contract/route.ts'
import type { changeView, createView, listViews } from '../../../../server/workspace/contract.ts'
import { keys, queries } from '../../api/client.ts'
import { request } from '../../api/request.ts'
import type { ListPlace } from './place.ts'

export type SavedView = Answer<typeof listViews>['views'][number]
export type ViewBody = Sent<typeof createView>['body']
type ViewChange = Sent<typeof changeView>['body']

/** A tab of a list: declared with the object, or saved by somebody. */
export interface View {
  key: string
  label: Text | string
  saved: SavedView | null
  columns: readonly string[]
  where: string
  search: string
  order: string
  by: string
  show: 'table' | 'board'
  archived: 'no' | 'only' | 'all'
  widths: Readonly<Record<string, number>>
}

export const useSavedViews = (object: string) =>
  useQuery({ queryKey: keys.views(object), queryFn: async ({ signal }) => (await request<Answer<typeof listViews>>('GET', '/api/views', { query: { object }, signal })).views })

export const viewLabel = (view: View, t: (text: Text) => string): string => (typeof view.label === 'string' ? view.label : t(view.label))

/** Declared views first, then saved ones by their position. An object without any has one: all of it. */
export function viewsOf(object: ObjectView, saved: readonly SavedView[], all: Text): View[] {
  const { columns, order } = object.shown.list[''] ?? object.list
  const plain = { columns, where: '', search: '', order, by: '', show: 'table', archived: 'no', widths: {}, saved: null } as const
  const declared = (object.list.views ?? [{ key: 'all', label: all }]).map(
    (view): View => ({ ...plain, key: view.key, label: view.label, where: view.where ?? '', order: view.order ?? plain.order, columns: 'columns' in view && view.columns ? view.columns : plain.columns }),
  )
  const own = [...saved]
    .sort((a, b) => (a.position ?? 0) - (b.position ?? 0) || a.name.localeCompare(b.name))
    .map((view): View => ({
      key: view.id, label: view.name, saved: view, columns: view.columns ?? plain.columns, where: view.where ?? '', search: view.search ?? '', order: view.order ?? plain.order,
      by: view.groupBy ?? '', show: view.display ?? 'table', archived: view.archived ?? 'no', widths: view.widths ?? {},
    }))
  return [...declared, ...own]
}

/** What the list shows: the view, and over it what the address says otherwise. */
export interface Shown extends Omit<View, 'key' | 'label' | 'saved'> {
  view: View
  trash: boolean
  on: string
  /** The address differs from the view: worth saving. */
  changed: boolean
}

export function shownBy(place: ListPlace, views: readonly View[]): Shown {
  const view = views.find((one) => one.key === place.view) ?? views[0]!
  const said = {
    columns: place.columns?.split(',').filter((path) => path !== ''),
    where: place.where,
    search: place.search,
    order: place.order,
    by: place.by,
    show: place.show === 'board' || place.show === 'table' ? place.show : undefined,
    archived: place.archived === 'only' || place.archived === 'all' || place.archived === 'no' ? place.archived : undefined,
  } as const
  const changed = Object.entries(said).some(([name, value]) => value !== undefined && JSON.stringify(value) !== JSON.stringify(view[name as keyof View]))
  const over = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined))
  return { ...view, ...over, view, trash: place.trash === 'yes', on: place.on ?? '', changed }
}

const told = (object: string) => queries.invalidateQueries({ queryKey: keys.views(object) })

export async function saveView(body: ViewBody): Promise<SavedView> {
  const made = await request<SavedView>('POST', '/api/views', { body })
  await told(body.object)
  return made
}
export async function updateView(view: SavedView, change: Omit<ViewChange, 'version'>): Promise<void> {
  await request('PATCH', `/api/views/${view.id}`, { body: { ...change, version: view.version } })
  await told(view.object)
}
export async function forgetView(view: SavedView): Promise<void> {
  await request('DELETE', `/api/views/${view.id}`)
  await told(view.object)
}
