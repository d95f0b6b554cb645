import type { FieldDefinition } from '../../contract/definition.ts'
import { refuse, RefusalError } from '../../contract/refusal.ts'
import { sql } from '../../expression/sql.ts'
import { fieldAccess } from '../kernel/access/field-access.ts'
import { mayVerb } from '../kernel/access/row-rule.ts'
import type { Ctx } from '../kernel/context.ts'
import { newId } from '../kernel/db/uuid7.ts'
import type { FileStore } from '../kernel/files/store.ts'
import { keyOf } from '../kernel/query/duplicates.ts'
import { recordOperation } from '../kernel/monitoring/operations.ts'
import type { FileFormat, ImportAnswer, ImportOptions } from './contract.ts'
import { guessMapping, keptMapping, type Mappable } from './mapping/rules.ts'
import { importById, type ImportRow } from './queries.ts'
import { openReading } from './reading/open.ts'
import type { Reading } from './reading/rows.ts'
import { decidesOnly, unfilled, whyNotComplete, whyNotMapping } from './rules.ts'
import { refusals } from './texts.ts'

const sampleRows = 20
const shownSamples = 5
/** The row that writes it: settings of an import may still be changed in these states. */
const open = new Set(['uploaded', 'previewed'])

/** Fields of the object that this person may fill by an import. */
export function importable(ctx: Ctx, object: string): FieldDefinition[] {
  const owner = ctx.registry.field(object, 'owner')
  const fields = [...ctx.registry.object(object).fields, ...(owner === null ? [] : [owner])]
  return fields.filter((field) => !field.readOnly && !field.hidden && fieldAccess(ctx, object, field.name) === 'write')
}

function mappable(ctx: Ctx, object: string): Mappable {
  return {
    name: object,
    fields: importable(ctx, object),
    lookups(target) {
      const declared = ctx.registry.object(target)
      const unique = declared.fields.filter((field) => 'unique' in field && field.unique === true)
      const named = ctx.registry.field(target, declared.nameField)
      return [...(named === null ? [] : [named]), ...unique.filter((field) => field.name !== declared.nameField)].filter((field) => fieldAccess(ctx, target, field.name) !== 'none')
    },
  }
}

export function requireImporter(ctx: Ctx, object: string): void {
  const allowed = ctx.who.all || ctx.who.functions.has('import')
  if (!allowed || !ctx.registry.objects.has(object) || !mayVerb(ctx, object, 'create')) refuse('import.not_allowed', refusals.mayNotImport, { status: 403 })
}

export const readingOf = (store: FileStore, row: Pick<ImportRow, 'file_hash' | 'file_name' | 'size'>, wanted?: Partial<FileFormat>): Promise<Reading> =>
  openReading({ open: async () => (await store.open(row.file_hash)).stream, fileName: row.file_name, size: row.size }, wanted)

async function columnsOf(reading: Reading): Promise<ImportAnswer['columns']> {
  const samples: string[][] = reading.headers.map(() => [])
  let seen = 0
  for await (const row of reading.rows()) {
    for (const [at, cell] of row.cells.entries()) {
      const text = String(typeof cell === 'string' ? cell : cell.value).slice(0, 200)
      if (text !== '' && samples[at] !== undefined && samples[at].length < shownSamples) samples[at].push(text)
    }
    if (++seen >= sampleRows) break
  }
  return reading.headers.map((header, index) => ({ index, header: header.slice(0, 500), samples: samples[index] ?? [] }))
}

export interface Uploaded {
  object: string
  fileName: string
  hash: string
  size: number
  settings: { mapping?: ImportAnswer['mapping'] | undefined; options?: ImportAnswer['options'] | undefined; format?: Partial<FileFormat> | undefined }
}

/** A file that came in: understood, its columns guessed, nothing written yet. */
export async function receive(ctx: Ctx, store: FileStore, { object, fileName, hash, size, settings }: Uploaded): Promise<ImportRow> {
  requireImporter(ctx, object)
  const reading = await readingOf(store, { file_hash: hash, file_name: fileName, size }, settings.format)
  const columns = await columnsOf(reading)
  const mapping = settings.mapping ?? guessMapping(mappable(ctx, object), columns.map(({ header }) => header))
  requireMapping(ctx, object, mapping)
  const id = newId()
  const options = settings.options ?? guessOptions(ctx, object, mapping)
  await ctx.db.rows(sql`insert into import (id, object, state, file_name, file_hash, size, format, columns, mapping, options, by, created_at)
    values (${id}, ${object}, 'uploaded', ${fileName}, ${hash}, ${size}, ${JSON.stringify(reading.format)}::jsonb, ${JSON.stringify(columns)}::jsonb,
      ${JSON.stringify(mapping)}::jsonb, ${JSON.stringify(options)}::jsonb, ${ctx.who.userId}, ${ctx.now})`)
  recordOperation(ctx, { what: 'import.upload', object, detail: { import: id, fileName, size } })
  return existing(ctx, id)
}

/** A file that lacks what a new record needs is meant to change those that are there: stock by code. */
function guessOptions(ctx: Ctx, object: string, mapping: ImportAnswer['mapping']): ImportOptions {
  const keys = guessKeys(ctx, object, mapping)
  return { keys, found: keys.length > 0 && unfilled(importable(ctx, object), mapping, {}).length > 0 ? 'update' : 'skip' }
}

/** The object's own duplicate keys, as far as the file fills them. */
function guessKeys(ctx: Ctx, object: string, mapping: ImportAnswer['mapping']): string[][] {
  const filled = new Set(mapping.map((target) => target.field))
  const declared = ctx.registry.object(object)
  const isFilled = (key: readonly string[]) => keyOf(ctx, declared, key)?.every(({ field, mayBeEmpty }) => mayBeEmpty || filled.has(field.name)) === true
  return (declared.duplicateKeys ?? []).filter(isFilled).map((key) => [...key]).slice(0, 1)
}

function requireMapping(ctx: Ctx, object: string, mapping: ImportAnswer['mapping']): void {
  const why = whyNotMapping(importable(ctx, object), mapping)
  if (why.length > 0) throw new RefusalError(why)
}

export async function existing(ctx: Ctx, id: string): Promise<ImportRow> {
  return (await importById(ctx, id)) ?? refuse('import.gone', refusals.importGone, { status: 404 })
}

export type Settings = { format?: Partial<FileFormat> | undefined; mapping?: ImportAnswer['mapping'] | undefined; options?: ImportAnswer['options'] | undefined }

/** Changes how the file is understood; another format means other columns: those of the same name keep where they go, the others are guessed. */
export async function alter(ctx: Ctx, store: FileStore, id: string, settings: Settings): Promise<ImportRow> {
  const row = await existing(ctx, id)
  requireImporter(ctx, row.object)
  if (!open.has(row.state)) refuse('import.already_running', refusals.alreadyRunning, { status: 409 })
  const reading = settings.format === undefined ? null : await readingOf(store, row, { ...row.format, ...settings.format })
  const columns = reading === null ? row.columns : await columnsOf(reading)
  const mapping = settings.mapping ?? (reading === null ? row.mapping : mappedAnew(ctx, row, columns.map(({ header }) => header)))
  requireMapping(ctx, row.object, mapping)
  // What was looked through under other rules says nothing any more; a decision on one row leaves the rest as it was.
  const stale = settings.format !== undefined || settings.mapping !== undefined || !decidesOnly(settings.options)
  const anew = stale ? sql`, state = 'uploaded', failure = null, run = null, preview = null, read = 0, created = 0, updated = 0, skipped = 0, refused = 0` : sql``
  await ctx.db.rows(sql`update import set format = ${JSON.stringify(reading?.format ?? row.format)}::jsonb, columns = ${JSON.stringify(columns)}::jsonb,
    mapping = ${JSON.stringify(mapping)}::jsonb, options = ${JSON.stringify({ ...row.options, ...settings.options })}::jsonb ${anew} where id = ${id} and run is not distinct from ${row.run}`)
  return existing(ctx, id)
}

const mappedAnew = (ctx: Ctx, { object, columns, mapping }: ImportRow, headers: readonly string[]): ImportAnswer['mapping'] =>
  keptMapping({ headers: columns.map(({ header }) => header), mapping }, headers, guessMapping(mappable(ctx, object), headers))

/** Given up before anything was written. */
export async function giveUp(ctx: Ctx, id: string): Promise<void> {
  const row = await existing(ctx, id)
  const gone = open.has(row.state) ? await ctx.db.rows(sql`delete from import where id = ${id} and run is not distinct from ${row.run} returning id`) : []
  if (gone.length === 0) refuse('import.already_running', refusals.alreadyRunning, { status: 409 })
  recordOperation(ctx, { what: 'import.give-up', object: row.object, detail: { import: id, fileName: row.file_name } })
}

const mostValues = 300
const mostRead = 200_000

/** What stands in a column, the most frequent first: for saying what each means. Of a giant file only the beginning is read. */
export async function valuesOf(ctx: Ctx, store: FileStore, { id, column }: { id: string; column: number }): Promise<{ values: { text: string; count: number }[]; more: boolean }> {
  const row = await existing(ctx, id)
  const counts = new Map<string, number>()
  let read = 0
  let more = false
  for await (const { cells } of (await readingOf(store, row, row.format)).rows()) {
    const cell = cells[column]
    const text = String(typeof cell === 'object' ? cell.value : (cell ?? '')).trim().slice(0, 500)
    if (text !== '' && (counts.has(text) || counts.size < mostValues)) counts.set(text, (counts.get(text) ?? 0) + 1)
    else more ||= text !== ''
    if (++read >= mostRead) break
  }
  const values = [...counts].map(([text, count]) => ({ text, count })).sort((a, b) => b.count - a.count || a.text.localeCompare(b.text))
  return { values, more: more || read >= mostRead }
}

/** Before the whole file is gone through: what would refuse every row. */
export function requireComplete(ctx: Ctx, row: ImportRow): void {
  const why = whyNotComplete(importable(ctx, row.object), row.mapping, row.options, ctx.language)
  if (why.length > 0) throw new RefusalError(why)
}
