import type { FieldTypeName } from '../../../../contract/definition.ts'
import type { MetadataAnswer } from '../../../../contract/records.ts'
import type { Text } from '../../../../contract/text.ts'
import { webOf } from '../../../../fields/webs.ts'
import { resolvePath, type FieldView } from '../../api/metadata.ts'
import { partField } from '../field/part.ts'

/** A column as the list draws it; `field` is what the cell's value is, for a part of a field a definition made up for it. */
export interface Column {
  path: string
  labels: readonly Text[]
  /** The last label says enough without the one before it. */
  alone: boolean
  field: FieldView
  width: number
  /** The person gave it this width. */
  fixed: boolean
  align: 'left' | 'right'
  /** May be changed where it stands: a field of the record itself, whole, that this person may write. */
  editable: boolean
  sortable: boolean
  /** Sums and averages make sense. */
  summable: boolean
  isName: boolean
}

const widths: Partial<Record<FieldTypeName, number>> = {
  text: 160, longText: 260, richText: 260, number: 110, money: 152, percent: 100, rating: 110, date: 126, time: 90, dateTime: 150, yesNo: 90, choice: 140, choices: 170, link: 165, links: 180,
  mail: 210, phone: 150, web: 180, address: 240, autoNumber: 120, file: 180, files: 180, picture: 90, phones: 160, mails: 220, addresses: 240,
}
const unsortable = new Set<FieldTypeName>(['choices', 'links', 'files', 'file', 'picture', 'longText', 'richText'])

function usualWidth(field: FieldView, part: string | null, isName: boolean): number {
  if (isName) return 270
  if (part !== null) return 150
  return 'pattern' in field && field.pattern !== undefined && field.type === 'text' ? 146 : (widths[field.type] ?? 160)
}

/** Columns that nobody sized take up what room there is, the name first, and give way a little when there is too little. */
export function fitted(columns: readonly Column[], room: number): readonly Column[] {
  const spare = room - columns.reduce((sum, column) => sum + column.width, 0)
  if (room <= 0 || spare === 0) return columns
  if (spare > 0) return widened(columns, spare)
  const gives = (column: Column) => !column.fixed && (column.isName || giving.has(column.field.type)) && !('pattern' in column.field && column.field.pattern !== undefined)
  const loose = columns.filter(gives).reduce((sum, column) => sum + column.width, 0)
  const share = loose === 0 ? 1 : Math.max(0.78, 1 + spare / loose)
  return columns.map((column) => (gives(column) ? { ...column, width: Math.floor(column.width * share) } : column))
}

/** First so that headings can be read in full, then for the names. */
function widened(columns: readonly Column[], spare: number): readonly Column[] {
  let left = spare
  const give = (column: Column, wanted: number): Column => {
    const more = column.fixed ? 0 : Math.max(0, Math.min(wanted, left))
    left -= more
    return more === 0 ? column : { ...column, width: column.width + more }
  }
  return columns.map((column) => give(column, headingWidth(column) - column.width)).map((column) => (column.isName ? give(column, 140) : column))
}

/** About so many pixels, in the language with the longer word: widths stay when the language changes. */
const headingWidth = ({ labels }: Column): number => Math.max(...Object.values(labels.at(-1)!).map((word) => word.length)) * 7 + 40

/** Words may be cut short; figures, days and identifiers may not. */
const giving = new Set<FieldTypeName>(['text', 'longText', 'richText', 'choice', 'choices', 'link', 'links', 'mail', 'mails', 'address', 'addresses', 'web'])

export function columnOf(metadata: MetadataAnswer, object: string, path: string, own?: number): Column | null {
  const resolved = resolvePath(metadata, object, path)
  if (resolved === null) return null
  const { fields, last, part } = resolved
  const field = (part === null ? last : partField(last, part)) as FieldView | null
  if (field === null) return null
  const view = fields[0]!.object
  const isName = path === view.nameField
  return {
    path,
    labels: [...fields.map((step) => step.field.label), ...(part === null ? [] : [field.label])],
    alone: part !== null && (last.type === 'addresses' || last.type === 'address'),
    field,
    width: own ?? usualWidth(field, part, isName),
    fixed: own !== undefined,
    align: webOf(field).align ?? 'left',
    editable: fields.length === 1 && part === null && last.access === 'write' && last.readOnly !== true && last.computed === undefined && !webOf(last).given && !webOf(last).tall,
    sortable: !unsortable.has(field.type) && !fields.some((step) => step.field.type === 'links'),
    // Percents of one whole after another come to nothing.
    summable: field.type === 'number' || field.type === 'money',
    isName,
  }
}

export const columnsOf = (metadata: MetadataAnswer, object: string, paths: readonly string[], own: Readonly<Record<string, number>>): Column[] =>
  paths.map((path) => columnOf(metadata, object, path, own[path])).filter((column) => column !== null)

export type SortKey = { path: string; down: boolean }
export const readOrder = (order: string): SortKey[] =>
  order
    .split(',')
    .map((key) => key.trim())
    .filter((key) => key !== '')
    .map((key) => (key.startsWith('-') ? { path: key.slice(1), down: true } : { path: key, down: false }))
export const writeOrder = (keys: readonly SortKey[]): string => keys.map((key) => (key.down ? `-${key.path}` : key.path)).join(',')

/** A click sorts by this column alone, up then down; with Shift it is added to the keys there are. */
export function sortBy(order: string, path: string, add: boolean): string {
  const keys = readOrder(order)
  const at = keys.findIndex((key) => key.path === path)
  const now = keys[at]
  if (!add) return writeOrder([{ path, down: now !== undefined && at === 0 && !now.down }])
  if (now === undefined) return writeOrder([...keys, { path, down: false }])
  return writeOrder(now.down ? keys.toSpliced(at, 1) : keys.with(at, { path, down: true }))
}
