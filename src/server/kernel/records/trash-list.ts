import type { TrashEntry } from '../../../contract/records.ts'
import { and, join, name, raw, sql, type Sql } from '../../../expression/sql.ts'
import { fieldAccess } from '../access/field-access.ts'
import { mayVerb, rowRule } from '../access/row-rule.ts'
import type { Ctx } from '../context.ts'
import { namesOf } from '../history/names.ts'
import { readPlace, writePlace } from '../history/place.ts'
import { columnName, tableName } from '../metadata/naming.ts'

/** Days a record stays in the trash. */
export const trashDays = 30

type Row = Omit<TrashEntry, 'deletedBy' | 'purgedOn'> & { deletedBy: string | null }

/** The trash over all objects, of which the caller may delete records; what was thrown away last comes first. */
export async function trash(ctx: Ctx, request: { objects?: readonly string[]; after?: string; limit?: number } = {}): Promise<{ entries: TrashEntry[]; next: string | null }> {
  const { after, limit = 50 } = request
  const objects = [...ctx.registry.objects.keys()].filter((object) => (request.objects?.includes(object) ?? true) && mayVerb(ctx, object, 'delete'))
  if (objects.length === 0) return { entries: [], next: null }
  const place = after === undefined ? null : readPlace(after)
  const before = place === null ? raw('true') : sql`(t.deleted_at, t.id) < (${place.at}::timestamptz, ${place.id}::uuid)`
  const parts = objects.map((object) => sql`(select ${raw(`'${object}'`)}::text as object, ${partOf(ctx, object)} and ${before} order by t.deleted_at desc, t.id desc limit ${limit + 1})`) // a name of the registry
  const rows = await ctx.db.rows<Row>(sql`
    select a.object, a.id, a.version, a.name, a.deleted_at as "deletedAt", a.deleted_by as "deletedBy",
      (select m.kept from merge m where m.merged @> array[a.id] and m.undone_at is null order by m.at desc limit 1) as "mergedInto"
    from (${join(parts, raw(' union all '))}) a order by a.deleted_at desc, a.id desc limit ${limit + 1}`)
  const shown = rows.slice(0, limit)
  const people = await namesOf(ctx, 'user', shown.flatMap(({ deletedBy }) => deletedBy ?? []))
  const entries = shown.map((row) => ({ ...row, deletedBy: row.deletedBy === null ? null : (people.get(row.deletedBy) ?? null), purgedOn: purgedOn(row.deletedAt) }))
  const last = shown.at(-1)
  return { entries, next: rows.length > limit && last !== undefined ? writePlace({ at: last.deletedAt, id: last.id }) : null }
}

function partOf(ctx: Ctx, object: string): Sql {
  const definition = ctx.registry.object(object)
  const field = definition.fields.find((each) => each.name === definition.nameField)!
  const label = fieldAccess(ctx, object, field.name) === 'none' ? raw(`''`) : sql`coalesce(t.${name(columnName(field))}::text, '')`
  return sql`t.id, t.version, ${label} as name, t.deleted_at, t.deleted_by from ${name(tableName(definition))} t
    where ${and([sql`t.deleted_at is not null`, rowRule(ctx, object, 'read', 't'), rowRule(ctx, object, 'delete', 't')])}`
}

const purgedOn = (deletedAt: string): string => new Date(Date.parse(deletedAt) + trashDays * 86_400_000).toISOString().slice(0, 10)
