/**
 * What the database alone can know of rows about to be written, asked in the writing statement itself: do the row rules still
 * reach the record as it will be, and are the records it links to there, out of the trash and visible to the writer?
 */
import type { Verb } from '../../../../contract/definition.ts'
import { and, join, name, nothing, or, raw, sql, type Sql } from '../../../../expression/sql.ts'
import { rowRule } from '../../access/row-rule.ts'
import type { Ctx } from '../../context.ts'
import { tableName } from '../../metadata/naming.ts'
import { isTrue } from '../current.ts'
import type { LaidField, Layout } from '../layout.ts'
import type { Verb as RecordVerb, Writing } from '../writing.ts'

/** `judged`: the rows with `w_within` (reached by the rule) and `w_lost` (places of links that lead nowhere, in `layout.links`). */
export function judgedRows(writing: Writing, links: LinkQuestion): Sql {
  const within = withinReach(writing)
  const lost = lostLinks(writing.ctx, writing.layout, links)
  return sql`judged as materialized (select n.*, ${within} as w_within, ${lost} as w_lost from given n${links.standing ?? nothing})`
}

/** The right that the record must still be within as it will be. A changed one may also become what the caller may create. */
const rights: Record<RecordVerb, readonly Verb[]> = {
  create: ['create'], change: ['change', 'create'], archive: ['change'], delete: ['delete'], restore: ['delete'], merge: ['change'], purge: ['delete'],
}

function withinReach({ ctx, layout, verb }: Writing): Sql {
  const rules = rights[verb].map((right) => rowRule(ctx, layout.object.name, right, 'n'))
  return rules.some(isTrue) ? raw('true') : or(rules)
}

export interface LinkQuestion {
  /** A link that stays as it was is not asked about; `s` is the row as it stands. */
  standing?: Sql
  /** Rows may link to one another. */
  together?: boolean
}

function lostLinks(ctx: Ctx, layout: Layout, question: LinkQuestion): Sql {
  if (layout.links.length === 0) return raw(`'{}'::int[]`)
  const places = layout.links.map((field, place) => sql`case when ${isFine(ctx, layout, field, question)} then null else ${raw(String(place))} end`)
  return sql`array_remove(array[${join(places)}]::int[], null)`
}

function isFine(ctx: Ctx, layout: Layout, field: LaidField, { standing, together }: LinkQuestion): Sql {
  const value = name('n', field.column)
  const unchanged = standing === undefined ? [] : [sql`${value} is not distinct from ${name('s', field.column)}`]
  const { definition } = field
  if (definition.type !== 'link' && definition.type !== 'links') throw new Error(`not a link: ${field.name}`)
  // One may always name oneself, also where one may not see people.
  const oneself = definition.target === 'user' && ctx.who.userId !== null ? [sql`x.id = ${ctx.who.userId}::uuid`] : []
  const within = together === true && definition.target === layout.object.name ? [sql`x.id in (select g.id from given g)`] : []
  const found = or([...oneself, ...within, sql`exists (${findable(ctx, definition.target)})`])
  if (definition.type === 'link') return or([sql`${value} is null`, ...unchanged, sql`(select ${found} from (select ${value} as id) x)`])
  const had = standing === undefined ? [] : [sql`x.id = any(${name('s', field.column)})`]
  return or([sql`${value} is null`, ...unchanged, sql`(select bool_and(${or([...had, found])}) from unnest(${value}) as x(id))`])
}

function findable(ctx: Ctx, target: string): Sql {
  return sql`select 1 from ${name(tableName({ name: target }))} l where ${and([sql`l.id = x.id`, sql`l.deleted_at is null`, rowRule(ctx, target, 'read', 'l')])}`
}
