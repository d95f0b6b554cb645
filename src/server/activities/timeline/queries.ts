/** Activities as the time line asks for them: of several records at once, each from its own index. */
import type { FieldDefinition } from '../../../contract/definition.ts'
import { and, join, name, or, raw, sql, whole, type Sql } from '../../../expression/sql.ts'
import { canRead } from '../../kernel/access/field-access.ts'
import { visible } from '../../kernel/access/visible.ts'
import type { Ctx } from '../../kernel/context.ts'
import type { TimelineQuestion } from '../../kernel/history/timeline.ts'
import { columnName } from '../../kernel/metadata/naming.ts'
import { draftFor, rootRow } from '../../kernel/query/draft.ts'
import { ownTexts, searchBox } from '../../kernel/query/search-box.ts'
import { fill, rightsValues } from '../../kernel/query/slots.ts'
import { prepare } from '../../kernel/records/statements/prepare.ts'

export interface ActivityRow {
  id: string
  about: string
  moment: string
  title: string | null
  type: string
  state: string
  priority: string
  description: string | null
  start: string | null
  end: string | null
  all_day: boolean | null
  due: string | null
  done_at: string | null
  owner: string | null
  people: string[] | null
  outcome: string | null
  outcome_note: string | null
  recurrence: string | null
  time_zone: string | null
  /** Link column → id, or ids, of what else it belongs to. */
  [link: string]: unknown
}

/** Which activities: those still to be done, those that are over, and events that go on recurring, which no order by their first moment can place. */
export type Section = 'planned' | 'past' | 'recurring'

type LinkField = FieldDefinition<'link' | 'links'>

/** Links by which activities belong to something that has a time line, as far as the caller may read them. */
export const linksOf = (ctx: Ctx): LinkField[] =>
  (ctx.registry.objects.get('activity')?.fields ?? []).filter((field): field is LinkField => 'target' in field && ctx.registry.objects.get(field.target)?.timeline === true && canRead(ctx, 'activity', field.name))

export async function activitiesOf(ctx: Ctx, question: TimelineQuestion, section: Section): Promise<ActivityRow[]> {
  const links = linksOf(ctx).filter(({ target }) => target === question.object)
  const narrowed = conditionsOf(ctx, question)
  if (links.length === 0 || narrowed === null) return []
  const order = section === 'past' ? raw('desc') : raw('asc')
  const limit = whole(section === 'recurring' ? mostRecurring : question.limit)
  const mine = or(links.map((link) => (link.type === 'link' ? sql`v.${column(link)} = g.id` : sql`v.${column(link)} @> array[g.id]`)))
  const wanted = and([mine, sectionOf(question, section), ...placeOf(question, section), ...narrowed])
  // One record may be linked to several of those gathered: it stands there once.
  return prepare<ActivityRow>(ctx.db, sql`
    select distinct on (a.moment, a.id) a.*, g.id as about from unnest(${question.ids}::uuid[]) as g(id)
    cross join lateral (select ${columnsOf(ctx, section)} from ${visible(ctx, 'activity')} v where ${wanted} order by v.moment ${order}, v.id ${order} limit ${limit}) a
    order by a.moment ${order}, a.id ${order} limit ${limit}`)
}

const mostRecurring = 200
const column = (field: FieldDefinition): Sql => name(columnName(field))

const shown = ['title', 'type', 'state', 'priority', 'description', 'start', 'end', 'allDay', 'due', 'doneAt', 'outcome', 'outcomeNote', 'people', 'recurrence', 'timeZone'] as const

function columnsOf(ctx: Ctx, section: Section): Sql {
  const { fields } = ctx.registry.object('activity')
  const readable = (field: string): boolean => canRead(ctx, 'activity', field)
  const columns = shown.map((field) => {
    const own = column(fields.find((one) => one.name === field)!)
    return readable(field) ? sql`v.${own}` : sql`null as ${own}`
  })
  const links = linksOf(ctx).filter(({ name: link }) => link !== 'people').map((link) => sql`v.${column(link)}`)
  const moved = section === 'recurring' ? [sql`array(select x.instance from activity x where x.series = v.id and x.instance is not null and x.deleted_at is null) as moved`] : []
  return join([sql`v.id`, sql`v.moment`, readable('owner') ? sql`v.owner` : sql`null::uuid as owner`, ...columns, ...links, ...moved])
}

function sectionOf({ asOf, filters }: TimelineQuestion, section: Section): Sql {
  const now = sql`${asOf}::timestamptz`
  const recurring = sql`(v.recurrence is not null and v.start is not null and (v.recurs_until is null or v.recurs_until > ${now}))`
  if (section === 'recurring') return filters.state === 'overdue' ? raw('false') : sql`v.done_at is null and ${recurring}`
  if (section === 'past') return filters.state === 'done' ? sql`v.done_at is not null` : sql`(v.done_at is not null or (v.due is null and v.start is not null and v."end" <= ${now} and not ${recurring}))`
  if (filters.state === 'overdue') return sql`v.done_at is null and v.due < ${now}`
  // What was to be done at its time, and is over, happened; nobody closes each meeting. What has a due time is open until somebody did it.
  return sql`v.done_at is null and (v.due is not null or v.start is null or v."end" > ${now}) and not ${recurring}`
}

function placeOf({ before }: TimelineQuestion, section: Section): Sql[] {
  if (before === null || section === 'recurring') return []
  const place = sql`(${before.at}::timestamptz, ${before.id}::uuid)`
  return [section === 'past' ? sql`(v.moment, v.id) < ${place}` : sql`(v.moment, v.id) > ${place}`]
}

/** Null: nothing fits, or it is asked by a field that the caller may not read. */
function conditionsOf(ctx: Ctx, { kinds, text, filters }: TimelineQuestion): Sql[] | null {
  const asked = { type: kinds, owner: filters.responsible, priority: filters.priority, people: filters.person }
  if (Object.entries(asked).some(([field, value]) => value !== null && value !== undefined && !canRead(ctx, 'activity', field))) return null
  const cases = filters.case === undefined ? [] : linksOf(ctx).map((link) => (link.type === 'link' ? sql`v.${column(link)} = ${filters.case}::uuid` : sql`v.${column(link)} @> array[${filters.case}::uuid]`))
  const box = searchBox(text ?? undefined)
  return [
    ...(kinds === null ? [] : [sql`v.type = any(${kinds}::text[])`]),
    ...(filters.responsible === undefined ? [] : [sql`v.owner = ${filters.responsible}::uuid`]),
    ...(filters.priority === undefined ? [] : [sql`v.priority = ${filters.priority}`]),
    ...(filters.person === undefined ? [] : [sql`v.people @> array[${filters.person}::uuid]`]),
    ...(cases.length === 0 ? [] : [or(cases)]),
    ...(box === null ? [] : [fill(ownTexts(draftFor(ctx), rootRow(ctx.registry.object('activity'), 'v'), box), { ...rightsValues(ctx), ...box.values })]),
  ]
}
