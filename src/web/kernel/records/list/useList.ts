import { useMemo } from 'react'
import { shownFor } from '../../../../contract/layout.ts'
import { withStandsOut } from '../../../../contract/standsOut.ts'
import type { MetadataAnswer, ObjectView, RecordRow } from '../../../../contract/records.ts'
import { useMetadata } from '../../api/metadata.ts'
import { useList as useOnePage, type ListRequest } from '../../api/records.ts'
import { typeOfRecord } from '../form/sections.ts'
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
  /** What the layout shows on a record's card of the board, and on its line of the phone's list; null where none was published. */
  cardColumns(row: RecordRow): readonly Column[] | null
  lineColumns(row: RecordRow): readonly Column[] | null
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
  const laid = useMemo(() => laidColumns(metadata, object), [metadata, object])
  const request = useMemo(() => requestOf(object, shown, [...columns, ...laid.all]), [object, shown, columns, laid])
  const count = useOnePage(object.name, { ...request, columns: ['id'], order: undefined, limit: 1, count: true }).data?.count ?? null
  return { object, place, move, views, shown, columns, cardColumns: laid.card, lineColumns: laid.mobile, request, count, widths, setWidth }
}

function laidColumns(metadata: MetadataAnswer, object: ObjectView) {
  const drawn = (paths: readonly string[]) => columnsOf(metadata, object.name, paths, {})
  const byType = <B>(shown: Readonly<Record<string, B>> | undefined, paths: (body: B) => readonly string[]) => {
    const made = Object.fromEntries(Object.entries(shown ?? {}).map(([type, body]) => [type, drawn(paths(body))]))
    return { of: (row: RecordRow) => shownFor(made, typeOfRecord(object, row)) ?? null, all: Object.values(made).flat() }
  }
  const card = byType(object.shown.card, (body) => body.fields)
  const mobile = byType(object.shown.mobile, (body) => body.columns)
  const all = [...card.all, ...mobile.all]
  const states = (object.states ?? []).map(({ field }) => field)
  // Whatever decides between layouts and moves comes along.
  return { card: card.of, mobile: mobile.of, all: [...all, ...drawn([...(object.typeField === undefined ? [] : [object.typeField]), ...states])] }
}

function requestOf(object: ObjectView, shown: Shown, columns: readonly Column[]): ListRequest {
  const known = new Set(object.fields.map((field) => field.name))
  const order = readOrder(shown.order).filter((key) => known.has(key.path.split('.')[0]!))
  const asked = withStandsOut(object, [object.nameField, ...columns.map((column) => column.path)]).filter((path) => known.has(path.split('.')[0]!))
  return {
    columns: asked,
    where: shown.where === '' ? undefined : shown.where,
    search: shown.search === '' ? undefined : shown.search,
    order: order.map((key) => (key.down ? `-${key.path}` : key.path)).join(',') || undefined,
    archived: object.archivable && shown.archived !== 'no' ? shown.archived : undefined,
    trash: shown.trash || undefined,
  }
}
