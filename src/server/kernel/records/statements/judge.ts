/**
 * What the database alone can know of rows about to be written, asked in the writing statement itself: do the row rules still
 * reach the record as it will be, and are the records it links to there, out of the trash and visible to the writer?
 */
import type { Verb } from '../../../../contract/definition.ts'
import { and, join, name, nothing, or, raw, sql, type Sql } from '../../../../expression/sql.ts'
import { ruleOf } from '../../access/ways.ts'
import { tableName } from '../../metadata/naming.ts'
import type { Draft as Making } from '../../query/draft.ts'
import { rightsSlots } from '../../query/slots.ts'
import { isTrue } from '../current.ts'
import type { LaidField, Layout } from '../layout.ts'
import type { Draft, Verb as RecordVerb, Writing } from '../writing.ts'

/** The right that the record must still be within as it will be. A changed one may also become what the caller may create. */
const rights: Record<RecordVerb, readonly Verb[]> = {
  create: ['create'], change: ['change', 'create'], archive: ['change'], delete: ['delete'], restore: ['delete'], merge: ['change'], purge: ['delete'],
}

export interface Question {
  layout: Layout
  verb: RecordVerb
  /** Links to be looked at; of the others it is known that they lead somewhere, or nowhere on purpose. */
  links: readonly LaidField[]
  /** Rows that stand there already: a link that stays as it was is not asked about. */
  changes: boolean
  /** Rows may link to one another. */
  together?: boolean
}

/** Links that these rows set anew. Whoever names himself is there. */
export function linksToAsk({ layout, ctx }: Writing, drafts: readonly Draft[]): LaidField[] {
  return layout.links.filter(({ name, definition }) => {
    const self = 'target' in definition && definition.target === 'user' ? ctx.who.userId : null
    return drafts.some(({ before, after, changed }) => {
      const value = after[name] ?? null
      return value !== null && value !== self && (before === null || changed.includes(name))
    })
  })
}

/** Must the record still be within a right as it will be? true: whatever it becomes. */
export function withinReach(making: Making, { layout, verb }: Question): Sql {
  const rules = rights[verb].map((right) => ruleOf(making, layout.object.name, right, 'n'))
  return rules.some(isTrue) ? raw('true') : or(rules)
}

/** `judged`: the rows with `w_within` (reached by the rule) and `w_lost` (places of links that lead nowhere, in `layout.links`). */
export function judgedRows(making: Making, question: Question): Sql {
  const { layout, changes, links } = question
  const standing = changes && links.length > 0 ? sql` left join ${layout.table} s on s.id = n.id and s.version = n.version` : nothing
  return sql`judged as materialized (select n.*, ${withinReach(making, question)} as w_within, ${lostLinks(making, question)} as w_lost from given n${standing})`
}

function lostLinks(making: Making, question: Question): Sql {
  const { layout, links } = question
  if (links.length === 0) return raw(`'{}'::int[]`)
  const places = links.map((field) => sql`case when ${isFine(making, question, field)} then null else ${raw(String(layout.links.indexOf(field)))} end`) // a number
  return sql`array_remove(array[${join(places)}]::int[], null)`
}

function isFine(making: Making, { layout, changes, together }: Question, field: LaidField): Sql {
  const value = name('n', field.column)
  const { definition } = field
  if (definition.type !== 'link' && definition.type !== 'links') throw new Error(`not a link: ${field.name}`)
  // One may always name oneself, also where one may not see people.
  const oneself = definition.target === 'user' && making.ctx.who.userId !== null ? [sql`x.id = ${rightsSlots.me}`] : []
  const within = together === true && definition.target === layout.object.name ? [sql`x.id in (select g.id from given g)`] : []
  const found = or([...oneself, ...within, sql`exists (${findable(making, definition.target)})`])
  if (definition.type === 'link') {
    const unchanged = changes ? [sql`${value} is not distinct from ${name('s', field.column)}`] : []
    return or([sql`${value} is null`, ...unchanged, sql`(select ${found} from (select ${value} as id) x)`])
  }
  const unchanged = changes ? [sql`${value} = ${name('s', field.column)}`] : []
  const had = changes ? [sql`x.id = any(${name('s', field.column)})`] : []
  return or([sql`${value} is null`, ...unchanged, sql`(select bool_and(${or([...had, found])}) from unnest(${value}) as x(id))`])
}

function findable(making: Making, target: string): Sql {
  return sql`select 1 from ${name(tableName(making.ctx.registry.object(target)))} l where ${and([sql`l.id = x.id`, sql`l.deleted_at is null`, ruleOf(making, target, 'read', 'l')])}`
}
