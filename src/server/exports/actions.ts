import type { FieldDefinition } from '../../contract/definition.ts'
import type { RecordRow } from '../../contract/records.ts'
import { refuse } from '../../contract/refusal.ts'
import type { Cell } from '../../fields/field.ts'
import { typeOf } from '../../fields/types.ts'
import { mayVerb } from '../kernel/access/row-rule.ts'
import type { Ctx } from '../kernel/context.ts'
import { heavyRead } from '../kernel/db/replica.ts'
import { mannerOf } from '../kernel/manner.ts'
import { findPath, pathOf, type FieldPath } from '../kernel/query/path.ts'
import { stream } from '../kernel/query/stream.ts'
import { refusals } from './texts.ts'
import { writeCsv } from './writers/csv.ts'
import { writeXlsx } from './writers/xlsx.ts'

export interface ExportRequest {
  object: string
  format: 'xlsx' | 'csv'
  columns?: string[]
  where?: string
  search?: string
  order?: string
  archived?: 'no' | 'only' | 'all'
}

interface ExportColumn {
  key: string
  header: string
  cell(value: unknown): Cell
  text(value: unknown): string
}

/** The list as seen, of any length, in constant memory: only what the caller may read, and only records he may export. Whatever is wrong with the request is refused before the first byte. */
export async function exportList(ctx: Ctx, request: ExportRequest): Promise<AsyncIterableIterator<Buffer>> {
  const { object, format, ...list } = request
  const definition = ctx.registry.objects.get(object)
  if (definition === undefined || !mayVerb(ctx, object, 'read')) return refuse('unknown_object', refusals.unknownObject, { status: 404, values: { object } })
  if (!mayVerb(ctx, object, 'export')) refuse('not_allowed', refusals.mayNotExport, { status: 403 })
  // Its own columns as far as the caller may read them; those he names himself must be there.
  const paths = list.columns === undefined ? definition.list.columns.flatMap((path) => findPath(ctx, definition, path) ?? []) : list.columns.map((path) => pathOf(ctx, definition, path, 'columns'))
  const columns = paths.map((path) => columnOf(ctx, object, path))
  // With the first rows in hand it is settled where all of them come from.
  const { first, lots } = await heavyRead(ctx, async (reading) => {
    const lots = stream(reading, { object, ...list, columns: paths.map(({ path }) => path), may: 'export' })
    return { first: await lots.next(), lots }
  })
  const rows = resumed(first, lots)
  const headers = columns.map(({ header }) => header)
  const content =
    format === 'csv'
      ? writeCsv({ headers, language: ctx.language, rows: mapped(rows, columns, (column, value) => column.text(value)) })
      : writeXlsx({ title: definition.plural[ctx.language], headers, rows: mapped(rows, columns, (column, value) => column.cell(value)) })
  return endingWith(content, lots)
}

async function* resumed<T>(first: IteratorResult<T>, rest: AsyncIterable<T>): AsyncGenerator<T> {
  if (first.done === true) return
  yield first.value
  yield* rest
}

/** Lets go of the rows also when nobody has begun to read: a generator that was never started does not end what it would have read. */
function endingWith(content: AsyncGenerator<Buffer>, rows: AsyncGenerator<unknown>): AsyncIterableIterator<Buffer> {
  return {
    [Symbol.asyncIterator]() {
      return this
    },
    next: () => content.next(),
    async return() {
      await content.return(undefined)
      await rows.return(undefined)
      return { done: true, value: undefined }
    },
  }
}

async function* mapped<T>(lots: AsyncIterable<RecordRow[]>, columns: readonly ExportColumn[], give: (column: ExportColumn, value: unknown) => T): AsyncGenerator<T[][]> {
  for await (const rows of lots) yield rows.map((row) => columns.map((column) => give(column, row[column.key])))
}

/** 'Opiekun › Stanowisko' for a field behind a link; the label alone otherwise, by which an import knows it again. */
function headerOf(ctx: Ctx, object: string, { path, field, part }: FieldPath): string {
  const names = path.split('.')
  const own = part === null ? field.label[ctx.language] : (typeOf(field).parts?.(field)[part]?.label[ctx.language] ?? part)
  const links = names.slice(0, part === null ? -1 : -2)
  let at = object
  const before = links.map((name) => {
    const link = ctx.registry.field(at, name) as FieldDefinition<'link'>
    at = link.target
    return link.label[ctx.language]
  })
  return [...before, own[0]!.toUpperCase() + own.slice(1)].join(' › ')
}

const nameOf = (value: unknown): string => (typeof value === 'object' && value !== null && 'name' in value ? String(value.name ?? '') : '')

function columnOf(ctx: Ctx, object: string, path: FieldPath): ExportColumn {
  const { field, part } = path
  const manner = mannerOf(ctx)
  const base = { key: path.path, header: headerOf(ctx, object, path) }
  if (part !== null) return { ...base, ...partColumn(path) }
  if (field.type === 'link' || field.type === 'links') {
    const text = (value: unknown) => (Array.isArray(value) ? value.map(nameOf).join(', ') : nameOf(value))
    return { ...base, text, cell: (value) => textCell(text(value)) }
  }
  const type = typeOf(field)
  return { ...base, text: (value) => type.show(value ?? null, field, manner), cell: (value) => type.cell(value ?? null, field, manner) }
}

const textCell = (text: string): Cell => (text === '' ? null : { kind: 'text', value: text })

/** Parts are plain: a city, an amount as a number, a phone. */
function partColumn({ type }: FieldPath): Pick<ExportColumn, 'text' | 'cell'> {
  const text = (value: unknown) => (value === null || value === undefined ? '' : Array.isArray(value) ? value.join(', ') : String(value))
  const cell = (value: unknown): Cell => (type.kind === 'number' && text(value) !== '' ? { kind: 'number', value: Number(value) } : textCell(text(value)))
  return { text, cell }
}
