import { useMemo } from 'react'
import type { ObjectView } from '../../../../contract/records.ts'
import { useMetadata } from '../../api/metadata.ts'
import { useList as useOnePage, type ListRequest } from '../../api/records.ts'
import { columnsOf, readOrder, type Column } from './columns.ts'
import { useListPlace, type ListPlace, type Move } from './place.ts'
import { texts } from './texts.ts'
import { shownBy, useSavedViews, viewsOf, type Shown, type View } from './views.ts'
import { useOwnWidths } from './widths.ts'

/** Everything the parts of the list screen share. */
export interface ListOf {
  object: ObjectView
  place: ListPlace
  move: Move
  views: readonly View[]
  shown: Shown
  columns: readonly Column[]
  /** What is asked of the server for rows; groups and columns of a board narrow it. */
  request: ListRequest
  count: { value: number; exact: boolean } | null
  widths: Readonly<Record<string, number>>
  setWidth(path: string, width: number): void
}

export function useListOf(object: ObjectView): ListOf {
  const metadata = useMetadata()
  const [place, move] = useListPlace()
  const saved = useSavedViews(object.name).data
  const views = useMemo(() => viewsOf(object, saved ?? [], texts.all), [object, saved])
  const shown = useMemo(() => shownBy(place, views), [place, views])
  const [widths, setWidth] = useOwnWidths(object.name, shown.view)
  const columns = useMemo(() => columnsOf(metadata, object.name, shown.columns, widths), [metadata, object.name, shown.columns, widths])
  const request = useMemo(() => requestOf(object, shown, columns), [object, shown, columns])
  const count = useOnePage(object.name, { ...request, columns: ['id'], order: undefined, limit: 1, count: true }).data?.count ?? null
  return { object, place, move, views, shown, columns, request, count, widths, setWidth }
}

function requestOf(object: ObjectView, shown: Shown, columns: readonly Column[]): ListRequest {
  const known = new Set(object.fields.map((field) => field.name))
  const order = readOrder(shown.order).filter((key) => known.has(key.path.split('.')[0]!))
  const asked = [...new Set([object.nameField, ...columns.map((column) => column.path)])].filter((path) => known.has(path.split('.')[0]!))
  return {
    columns: asked,
    where: shown.where === '' ? undefined : shown.where,
    search: shown.search === '' ? undefined : shown.search,
    order: order.map((key) => (key.down ? `-${key.path}` : key.path)).join(',') || undefined,
    archived: object.archivable && shown.archived !== 'no' ? shown.archived : undefined,
    trash: shown.trash || undefined,
  }
}
