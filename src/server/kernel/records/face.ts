/**
 * A record read for one change: as it stands, and as the caller sees it. What the change leaves alone need not be asked for again
 * when it is answered; where a link or a right may look different afterwards, it is.
 */
import type { LinkValue, RecordRow } from '../../../contract/records.ts'
import { join, name, sql, type Sql } from '../../../expression/sql.ts'
import type { Ctx } from '../context.ts'
import { isByOwnerAlone, isNarrowed } from '../access/personal.ts'
import { isId } from '../db/uuid7.ts'
import { systemFieldsOf } from '../metadata/system-fields.ts'
import { abilitiesOf } from '../query/abilities.ts'
import { allPaths, columnsOf } from '../query/columns.ts'
import { joinsOf, nameOf, rootRow, tableOf, thereFor, type Draft as Making } from '../query/draft.ts'
import type { ListStatement } from '../query/list-statement.ts'
import { rowOf } from '../query/list.ts'
import { named, run, statementOf } from '../query/run.ts'
import { rightsSlots, rightsValues, slot } from '../query/slots.ts'
import { compiled } from '../query/statements.ts'
import { currentOf, mayColumns, systemColumns } from './current.ts'
import type { Layout } from './layout.ts'
import type { Current, Draft, Writing } from './writing.ts'

export interface Seen {
  current: Current
  face: RecordRow
  /** The caller himself, as a link. */
  me: LinkValue | null
}

interface SeenStatement extends ListStatement {
  /** Names of fields whose value is not in the face: links, and what the caller may not read. */
  apart: ReadonlySet<string>
}

export async function readSeen(ctx: Ctx, layout: Layout, id: string): Promise<Seen | null> {
  if (!isId(id)) return null
  const statement = compiled(ctx, `seen ${layout.object.name}`, (making) => compileSeen(making, layout))
  const [row] = await run<Record<string, unknown>>(ctx, statement, { ...rightsValues(ctx), id })
  if (row === undefined) return null
  const face = rowOf(statement, row)
  const current = currentOf(row, layout, (field) => (statement.apart.has(field.name) ? field.server.fromSql(row[`v_${field.column}`], field.definition) : face[field.name]))
  return { current, face, me: ctx.who.userId === null ? null : { id: ctx.who.userId, name: (row.my_name as string | null) ?? '' } }
}

function compileSeen(making: Making, layout: Layout): SeenStatement {
  const row = rootRow(layout.object, 't')
  const paths = allPaths(making.ctx, layout.object)
  const columns = columnsOf(making, row, paths)
  const abilities = abilitiesOf(making, row, false)
  const shown = new Set(paths.map(({ path }) => path))
  const apart = layout.fields.filter(({ name, definition }) => !shown.has(name) || definition.type === 'link' || definition.type === 'links')
  const select = [
    ...systemColumns(layout), ...mayColumns(making, layout), myName(making), ...columns.flatMap((column) => column.select), ...abilities.select,
    ...apart.map(({ server, definition, column }) => sql`${server.select(definition, column, 't')} as ${name(`v_${column}`)}`),
  ]
  const statement = statementOf(sql`select ${join(select)} from ${tableOf(row)}${joinsOf(row)} where t.id = ${slot('id', 'uuid')}`)
  return { ...named(statement), columns, abilities, keyNames: [], apart: new Set(apart.map((field) => field.name)) }
}

function myName(making: Making): Sql {
  const user = making.ctx.registry.objects.get('user')
  if (user === undefined || making.ctx.who.userId === null) return sql`null as my_name`
  const row = { ...rootRow(user, 'i'), joins: null }
  return sql`(select ${nameOf(row)} from ${tableOf(row)} where ${join([sql`i.id = ${rightsSlots.me}`, ...thereFor(making, row)], sql` and `)}) as my_name`
}

/** The record after the change as `one` would answer it; null: that must be asked. */
export function faceAfter({ ctx, layout }: Writing, { face, me }: Seen, { after, changed }: Draft, version: number): RecordRow | null {
  const links = layout.fields.filter(({ definition }) => definition.type === 'link' || definition.type === 'links')
  if (links.some(({ name }) => changed.includes(name)) || !rightsStay(ctx, layout) || isComputed(layout)) return null
  const next: RecordRow = { ...face, version }
  for (const field of changed) if (field in face) next[field] = after[field] ?? null
  if ('updatedAt' in face) next.updatedAt = ctx.now.toISOString()
  if ('updatedBy' in face) next.updatedBy = me
  return next
}

/** Values computed when they are read may all be different now. */
const isComputed = ({ object }: Layout): boolean => object.fields.some(({ computed }) => computed === 'live')

/** Rights that follow from the owner alone stay while he does; rules over other values may not. */
function rightsStay({ who }: Ctx, { object }: Layout): boolean {
  return (who.all && !isNarrowed(object)) || (isByOwnerAlone(object) && who.grants.every((grant) => grant.object !== object.name || grant.rule === null))
}

/**
 * A record just made as `one` would answer it; null: that must be asked. Known without asking is what an administrator or the program
 * made that links to nobody but himself.
 */
export function firstFace({ ctx, layout }: Writing, { id, after, standing, made }: Draft): RecordRow | null {
  const { who, registry } = ctx
  const isKnown = who.all && !isNarrowed(layout.object) && !isComputed(layout) && (who.keyScopes === null || who.keyScopes.has('records:write')) && made === undefined
  if (!isKnown || !layout.fields.every(({ name, definition }) => !('target' in definition) || (after[name] ?? null) === null || after[name] === who.userId)) return null
  const me = who.userId === null || !registry.objects.has('user') ? null : { id: who.userId, name: who.name }
  const now = ctx.now.toISOString()
  const system: Readonly<Record<string, unknown>> = { createdAt: now, createdBy: me, updatedAt: now, updatedBy: me, deletedAt: null, deletedBy: null, archivedAt: standing.archivedAt }
  const row: RecordRow = { id, version: 1 }
  for (const { name, definition } of layout.fields) row[name] = 'target' in definition && after[name] === who.userId ? me : (after[name] ?? null)
  for (const { name } of systemFieldsOf(layout.object)) if (name in system) row[name] = system[name]
  return { ...row, can: { change: true, delete: true } }
}
