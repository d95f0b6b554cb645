/** What links to a record, when the record goes to the trash or comes back. */
import { refusal, RefusalError } from '../../../contract/refusal.ts'
import type { FieldDefinition, ObjectDefinition } from '../../../contract/definition.ts'
import { say } from '../../../contract/text.ts'
import { name, sql } from '../../../expression/sql.ts'
import { visible } from '../access/visible.ts'
import type { Ctx } from '../context.ts'
import { columnName, tableName } from '../metadata/naming.ts'
import type { Layout } from './layout.ts'
import { asProgram } from './steps/consequences.ts'
import { texts } from './texts.ts'
import { removeMany, restoreMany } from './trash.ts'
import { isRefused, type Refused, type Writing } from './writing.ts'

type Dependence = { object: ObjectDefinition; field: FieldDefinition<'link'> }

function dependences(ctx: Ctx, layout: Layout, onDelete: 'refuse' | 'cascade'): Dependence[] {
  return ctx.registry.reverse(layout.object.name).filter((each): each is Dependence => each.field.type === 'link' && each.field.onDelete === onDelete)
}

/** Records that something living points to with a link declared `refuse`. */
export async function refuseLinked(ctx: Ctx, layout: Layout, items: readonly { n: number; id: string }[]): Promise<Refused[]> {
  const refused = new Map<number, Refused>()
  for (const { object, field } of dependences(ctx, layout, 'refuse')) {
    const column = name('d', columnName(field))
    const rows = await ctx.db.rows<{ id: string; seen: number }>(sql`
      select ${column} as id, count(v.id)::int as seen from ${name(tableName(object))} d left join ${visible(ctx, object.name)} v on v.id = d.id
      where ${column} = any(${items.map(({ id }) => id)}::uuid[]) and d.deleted_at is null group by 1`)
    for (const { id, seen } of rows) {
      const item = items.find((one) => one.id === id)!
      refused.set(item.n, { n: item.n, id, refused: whyLinked(ctx, object, seen) })
    }
  }
  return [...refused.values()]
}

/** Those the person may not see are not counted for him. */
function whyLinked(ctx: Ctx, object: ObjectDefinition, seen: number): RefusalError {
  if (seen === 0) return new RefusalError([refusal('still_linked', texts.stillLinkedSomewhere)])
  return new RefusalError([refusal('still_linked', texts.stillLinked, { values: { count: seen, kind: say(object.plural, ctx.language).toLowerCase() } })])
}

/**
 * What cannot be without the record goes with it, whatever the person may do with it otherwise, and comes back with it: exactly
 * that which went at the same moment.
 */
export async function dependentsToo(writing: Writing, ids: readonly string[], verb: 'delete' | 'restore', moments: readonly { id: string; at: string }[] = []): Promise<void> {
  if (ids.length === 0) return
  const ctx = asProgram(writing.ctx)
  for (const { object, field } of dependences(ctx, writing.layout, 'cascade')) {
    const [table, column] = [name(tableName(object)), name('d', columnName(field))]
    const rows = await ctx.db.rows<{ id: string }>(
      verb === 'delete'
        ? sql`select d.id from ${table} d where ${column} = any(${ids}::uuid[]) and d.deleted_at is null order by d.id`
        : sql`select d.id from ${table} d join jsonb_to_recordset(${JSON.stringify(moments)}::jsonb) as m(id uuid, at timestamptz) on ${column} = m.id and d.deleted_at = m.at order by d.id`,
    )
    const options = { operation: writing.options.operation! }
    const outcomes = verb === 'delete' ? await removeMany(ctx, object.name, rows, options) : await restoreMany(ctx, object.name, rows, options)
    // Going to the trash must be whole. Coming back may leave out what another record has replaced meanwhile, but not what another holds that only
    // the person can decide about: a meeting does not come back without its room unnoticed.
    for (const outcome of outcomes) if (isRefused(outcome) && (verb === 'delete' || outcome.refused.status === 409)) throw outcome.refused
  }
}
