/**
 * Records brought in by COPY: for the demo company at scale and moves between installations, where millions of rows are the
 * program's own and need no judging. Values must be canonical already; derived fields, search text and history are written
 * as for any record, the outbox is not told: whoever is done with copying calls followCopied.
 */
import { pipeline } from 'node:stream/promises'
import { Readable } from 'node:stream'
import { from as copyFrom } from 'pg-copy-streams'
import type { Values } from '../../../contract/definition.ts'
import type { Ctx } from '../context.ts'
import { withOwnFormulas } from '../formulas/own.ts'
import { tableName } from '../metadata/naming.ts'
import { layoutOf, type Layout } from './layout.ts'
import { newId } from '../db/uuid7.ts'
import { searchOf } from './statements/row.ts'

export interface CopiedRecord {
  id: string
  at: string
  by: string | null
  values: Values
}

/** Gives how many rows were written. */
export async function copyRecords(ctx: Ctx, object: string, records: Iterable<CopiedRecord>): Promise<number> {
  const layout = layoutOf(ctx.registry, object)
  const names = layout.columns.map((column) => `"${column.name}"`).join(', ') // names from the registry
  const facts = { now: ctx.now.toISOString(), who: ctx.who.userId, timeZone: ctx.timeZone, before: null, byProgram: true }
  let count = 0
  const history: string[] = []
  await ctx.db.connection(async (client) => {
    function* lines() {
      for (const record of records) {
        count++
        const derived = withOwnFormulas(ctx.registry, object, { ...record.values, ...layout.object.rules?.derive?.(record.values, facts) })
        history.push(historyLine(ctx, object, record))
        yield rowLine(layout, record, derived)
      }
    }
    await pipeline(Readable.from(inChunks(lines())), client.query(copyFrom(`copy "${tableName(layout.object)}" (${names}) from stdin`)))
    await pipeline(Readable.from(inChunks(history)), client.query(copyFrom('copy history (id, at, by, object, record, version, verb, changes, operation, via, trace) from stdin')))
  })
  return count
}

const chunkSize = 500

function* inChunks(lines: Iterable<string>): Iterable<string> {
  let chunk: string[] = []
  for (const line of lines) {
    if (chunk.push(line) < chunkSize) continue
    yield chunk.join('')
    chunk = []
  }
  if (chunk.length > 0) yield chunk.join('')
}

function rowLine(layout: Layout, { id, at, by }: CopiedRecord, values: Values): string {
  const row: Record<string, unknown> = { id, version: 1, created_at: at, created_by: by, updated_at: at, updated_by: by, search: searchOf(layout, values) }
  for (const field of layout.fields) {
    const value = values[field.name] ?? null
    if (value === null) continue
    const columns = field.server.toColumns(value, field.definition)
    for (let place = 0; place < field.columns.length; place++) row[field.columns[place]!.name] = columns[place]
  }
  return `${layout.columns.map(({ name, type }) => copyText(row[name], type)).join('\t')}\n`
}

/** A creation is told without its values, as everywhere (statements/row.ts). */
function historyLine(ctx: Ctx, object: string, { id, at, by }: CopiedRecord): string {
  return `${[newId(), at, copyText(by, 'uuid'), object, id, 1, 'create', '{}', '\\N', ctx.origin.via, ctx.trace].join('\t')}\n`
}

/** A value in COPY's text form; arrays in braces with every element quoted. */
function copyText(value: unknown, type: string): string {
  if (value === null || value === undefined) return '\\N'
  if (type.startsWith('jsonb')) return escaped(JSON.stringify(value))
  if (Array.isArray(value)) return escaped(`{${value.map((one) => `"${String(one).replace(/["\\]/g, '\\$&')}"`).join(',')}}`)
  return escaped(String(value))
}

const escaped = (text: string) => text.replace(/[\\\n\r\t]/g, (sign) => ({ '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' })[sign]!)
