import { together } from '../../../../contract/board.ts'
import type { Color } from '../../../../contract/definition.ts'
import type { LinkValue, MetadataAnswer, ObjectView, RecordRow } from '../../../../contract/records.ts'
import { withStandsOut } from '../../../../contract/standsOut.ts'
import { useMetadata, objectOf } from '../../api/metadata.ts'
import { useList, type Group, type ListRequest } from '../../api/records.ts'
import { useText } from '../../ui/language.ts'
import { machineOf, reachable } from '../form/states.ts'
import { typeOfRecord } from '../form/sections.ts'
import type { ChoiceField, LinkField } from '../list/boardFields.ts'
import { groupWhere } from '../list/groups.ts'
import { texts } from '../list/texts.ts'
import type { ListOf } from '../list/useList.ts'
import { measuresOf } from './Sums.tsx'

/** One column: a value of the field the board is by. */
export interface BoardColumn {
  key: string
  label: string
  color?: Color
  /** What is written to a card put here, and what the card then has. */
  value: string | null
  shown: unknown
  where: string
}

/** What all columns are of, where the board shows one of several: a pipeline. */
export interface Within {
  link: string
  label: string
  offered: readonly LinkValue[]
  chosen: LinkValue
}

export interface Columns {
  columns: readonly BoardColumn[]
  within: Within | null
  pending: boolean
  error: unknown
  again(): void
}

export const keyOf = (value: unknown): string => (value === null || value === undefined ? 'none' : typeof value === 'object' ? String((value as LinkValue).id) : String(value))

/** Of a choice: its values in their order, and one for what has none, if there is any. */
export function useChoiceColumns(object: ObjectView, on: ChoiceField, groups: readonly Group[]): readonly BoardColumn[] {
  const t = useText()
  const found = new Set(groups.map((group) => keyOf(group[on.name])))
  const choices = on.choices.filter((choice) => !choice.archived || found.has(choice.value))
  const none = found.has('none') ? [{ value: null, label: t(texts.noValue) }] : []
  return [...none, ...choices.map(({ value, label, color }) => ({ value, label: t(label), color }))].map((one) => ({ ...one, key: keyOf(one.value), shown: one.value, where: groupWhere(object, on.name, one.value) }))
}

/** Of a link: what the board may be of, and what its columns are read from. */
export function sourcesOf(metadata: MetadataAnswer, object: ObjectView, on: LinkField) {
  const board = object.board!
  const target = objectOf(metadata, on.target)
  const link = object.fields.find((field) => field.name === board.within?.link)
  const above = link?.type === 'link' ? objectOf(metadata, link.target) : null
  const colors = target?.fields.some((field) => field.name === board.color) === true ? [board.color!] : []
  return {
    target, above, link, isColored: colors.length > 0,
    offered: { columns: [above?.nameField ?? ''], where: board.within?.where, order: above?.list.order, limit: 100 } satisfies ListRequest,
    columns: (where: string | undefined) => ({ columns: [target?.nameField ?? '', ...colors], where, order: board.order, limit: 50 }) satisfies ListRequest,
  }
}

/** The one that was asked for, or the first; by the condition that holds for all its cards and columns. */
export function chosenOf(object: ObjectView, above: ObjectView, { rows, wanted }: { rows: readonly RecordRow[]; wanted: string | undefined }): { all: LinkValue[]; chosen: LinkValue | null; where: string } {
  const all = rows.map((row): LinkValue => ({ id: row.id, name: String(row[above.nameField] ?? '') }))
  const chosen = all.find(({ id }) => id === wanted) ?? all[0] ?? null
  return { all, chosen, where: groupWhere(object, object.board!.within!.link, chosen) }
}

export function columnsOf(object: ObjectView, on: LinkField, { rows, target, isColored }: { rows: readonly RecordRow[]; target: ObjectView; isColored: boolean }): BoardColumn[] {
  return rows.map((row) => columnOf(object, on, { row, name: String(row[target.nameField] ?? ''), color: isColored ? (row[object.board!.color!] as Color | null) : null }))
}

/** In their own order; of one of those that both belong to. `enabled` false: only what is known already. */
export function useLinkColumns({ object, place }: ListOf, on: LinkField, enabled: boolean): Columns {
  const metadata = useMetadata()
  const t = useText()
  const { target, above, link, isColored, ...asked } = sourcesOf(metadata, object, on)
  const offered = useList(above?.name ?? '', asked.offered, { enabled: enabled && above !== null })
  const { all = [], chosen = null, where } = above === null ? {} : chosenOf(object, above, { rows: offered.data?.rows ?? [], wanted: place.in })
  const found = useList(on.target, asked.columns(where), { enabled: enabled && target !== null && (above === null || chosen !== null) })
  return {
    columns: found.isPlaceholderData || target === null ? [] : columnsOf(object, on, { rows: found.data?.rows ?? [], target, isColored }),
    within: above === null || chosen === null ? null : { link: link!.name, label: t(link!.label), offered: all, chosen },
    pending: above !== null && offered.isPending ? true : chosen !== null || above === null ? found.isPending || found.isPlaceholderData : false,
    error: offered.error ?? found.error,
    again: () => (void offered.refetch(), void found.refetch()),
  }
}

function columnOf(object: ObjectView, on: LinkField, { row, name, color }: { row: RecordRow; name: string; color: Color | null }): BoardColumn {
  const shown: LinkValue = { id: row.id, name }
  return { key: row.id, label: name, ...(color === null ? {} : { color }), value: row.id, shown, where: groupWhere(object, on.name, shown) }
}

/** A state takes only cards that a move leads to it; the place a card comes from always takes it back. */
export function takes(object: ObjectView, on: ChoiceField | LinkField, { row, column }: { row: RecordRow; column: BoardColumn }): boolean {
  const machine = machineOf(object, on.name)
  if (machine === undefined || row[on.name] === column.value) return true
  return column.value !== null && reachable(object, machine, row, typeOfRecord(object, row)).has(column.value)
}

/** A new record begins in its first state, or in one that a move leads to from there. */
export function mayBegin(object: ObjectView, on: ChoiceField | LinkField, column: BoardColumn): boolean {
  const machine = machineOf(object, on.name)
  const types = [null, ...(machine?.types ?? []).map(({ type }) => type)]
  return machine === undefined || (column.value !== null && types.some((type) => reachable(object, machine, null, type).has(column.value!)))
}

/** What the whole board is of. */
export const boardWhere = ({ object, request }: ListOf, within: Pick<Within, 'link' | 'chosen'> | null): string | undefined => together(request.where, within === null ? undefined : groupWhere(object, within.link, within.chosen))

export const groupsRequest = (list: ListOf, on: ChoiceField | LinkField, within: Pick<Within, 'link' | 'chosen'> | null) => ({
  by: on.name, measures: measuresOf(list).join(','), where: boardWhere(list, within), search: list.request.search, archived: list.request.archived,
})

/** The cards of one column; of a board that was declared only what its cards tell. */
export function cardsRequest(list: ListOf, on: ChoiceField | LinkField, column: Pick<BoardColumn, 'where'>): ListRequest {
  const { object, request } = list
  const told = on.type === 'link' && object.board !== undefined ? cardPaths(object, object.board) : request.columns
  // Where a card is taken from is told by its own value, whatever the card shows.
  return { ...request, columns: withStandsOut(object, [...(told ?? []), on.name]), where: together(request.where, column.where), limit: 25 }
}

function cardPaths(object: ObjectView, board: NonNullable<ObjectView['board']>): string[] {
  const known = new Set(object.fields.map(({ name }) => name))
  const decide = [object.typeField, board.ends, ...(object.states ?? []).map(({ field }) => field)]
  const laid = Object.values(object.shown.card ?? {}).flatMap(({ fields }) => fields)
  const all = [object.nameField, board.by, ...board.card, ...laid, board.since, board.stalled, board.next?.field, board.next?.required, 'owner', ...decide]
  return [...new Set(all.filter((path) => path !== undefined && known.has(path.split('.')[0]!)))] as string[]
}
