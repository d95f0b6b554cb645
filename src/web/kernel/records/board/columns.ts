import type { Color } from '../../../../contract/definition.ts'
import type { LinkValue, ObjectView, RecordRow } from '../../../../contract/records.ts'
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

/** Of a link: the records it may lead to, in their own order; of one of those that both belong to. */
export function useLinkColumns({ object, place }: ListOf, on: LinkField): Columns {
  const metadata = useMetadata()
  const t = useText()
  const board = object.board!
  const target = objectOf(metadata, on.target)
  const link = object.fields.find((field) => field.name === board.within?.link)
  const above = link?.type === 'link' ? objectOf(metadata, link.target) : null
  const offered = useList(above?.name ?? '', { columns: [above?.nameField ?? ''], where: board.within?.where, order: above?.list.order, limit: 100 }, { enabled: above !== null })
  const all = (offered.data?.rows ?? []).map((row): LinkValue => ({ id: row.id, name: String(row[above!.nameField] ?? '') }))
  const chosen = all.find(({ id }) => id === place.in) ?? all[0]
  const where = above === null ? undefined : groupWhere(object, board.within!.link, chosen ?? null)
  const colors = target?.fields.some((field) => field.name === board.color) === true ? [board.color!] : []
  const found = useList(on.target, { columns: [target?.nameField ?? '', ...colors], where, order: board.order, limit: 50 }, { enabled: target !== null && (above === null || chosen !== undefined) })
  const columns = (found.data?.rows ?? []).map((row) => columnOf(object, on, { row, name: String(row[target!.nameField] ?? ''), color: colors.length > 0 ? (row[board.color!] as Color | null) : null }))
  return {
    columns: found.isPlaceholderData ? [] : columns,
    within: above === null || chosen === undefined ? null : { link: link!.name, label: t(link!.label), offered: all, chosen },
    pending: above !== null && offered.isPending ? true : chosen !== undefined || above === null ? found.isPending || found.isPlaceholderData : false,
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

const together = (...conditions: (string | undefined)[]): string | undefined => {
  const said = conditions.filter((one) => one !== undefined && one !== '')
  return said.length < 2 ? said[0] : said.map((one) => `(${one})`).join(' and ')
}

/** What the whole board is of. */
export const boardWhere = ({ object, request }: ListOf, within: Within | null): string | undefined => together(request.where, within === null ? undefined : groupWhere(object, within.link, within.chosen))

/** The cards of one column; of a board that was declared only what its cards tell. */
export function cardsRequest(list: ListOf, on: ChoiceField | LinkField, column: BoardColumn): ListRequest {
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
