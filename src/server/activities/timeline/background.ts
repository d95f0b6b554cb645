import type { LinkValue } from '../../../contract/records.ts'
import { describeRecurrence } from '../recurrence/contract.ts'
import { columnName } from '../../kernel/metadata/naming.ts'
import type { Ctx } from '../../kernel/context.ts'
import { namesOf } from '../../kernel/history/names.ts'
import { soonestFirst } from '../../kernel/history/place.ts'
import type { SourceEntry, TimelineQuestion, TimelineSource } from '../../kernel/history/timeline.ts'
import { activitiesOf, linksOf, type ActivityRow } from './queries.ts'
import { nextOccurrence } from './rules.ts'

/** Tasks, meetings, calls, visits: on whatever they are linked to, each type a kind of its own. */
const activities: TimelineSource = {
  name: 'activities',
  kinds: ({ registry }) => (registry.objects.get('activity')?.fields ?? []).flatMap((field) => (field.name === 'type' && 'choices' in field ? field.choices.map(({ value }) => value) : [])),
  objects: (ctx) => linksOf(ctx).map(({ target }) => target),
  filters: ['responsible', 'priority', 'person', 'case', 'state'],
  entries: async (ctx, question) => entriesOf(ctx, question, await activitiesOf(ctx, question, 'past')),
  async planned(ctx, question) {
    const [once, recurring] = await Promise.all([activitiesOf(ctx, question, 'planned'), activitiesOf(ctx, question, 'recurring')])
    const next = recurring.flatMap((row) => atNext(row, question))
    const all = [...once, ...next].map((row) => ({ row, at: row.moment, id: row.id })).sort(soonestFirst)
    return entriesOf(ctx, question, all.slice(0, question.limit).map(({ row }) => row), true)
  },
}

function atNext(row: ActivityRow, { asOf, before }: TimelineQuestion): ActivityRow[] {
  const next = nextOccurrence(row, asOf)
  if (next === null || (before !== null && soonestFirst({ at: next.start, id: row.id }, before) <= 0)) return []
  return [{ ...row, moment: next.start, ...next }]
}

async function entriesOf(ctx: Ctx, question: TimelineQuestion, rows: readonly ActivityRow[], planned = false): Promise<SourceEntry[]> {
  const links = linksOf(ctx).filter(({ name }) => name !== 'people')
  const casesOf = (row: ActivityRow) => links.flatMap((link) => [row[columnName(link)]].flat().flatMap((id) => (typeof id === 'string' && id !== row.about ? [{ object: link.target, id }] : [])))
  const wanted = Map.groupBy(
    [...rows.flatMap(casesOf), ...rows.flatMap(({ people }) => (people ?? []).map((id) => ({ object: 'person', id }))), ...rows.flatMap(({ owner }) => (owner === null ? [] : [{ object: 'user', id: owner }]))],
    ({ object }) => object,
  )
  const found = await Promise.all([...wanted].map(async ([object, some]) => [object, await namesOf(ctx, object, some.map(({ id }) => id))] as const))
  const named = new Map(found)
  const nameOf = (object: string, id: string): LinkValue | null => named.get(object)?.get(id) ?? null
  return rows.map((row) => entryOf(ctx, row, { question, planned, nameOf, cases: casesOf(row) }))
}

interface Known {
  question: TimelineQuestion
  planned: boolean
  nameOf(object: string, id: string): LinkValue | null
  cases: readonly { object: string; id: string }[]
}

function entryOf({ language }: Ctx, row: ActivityRow, { question, planned, nameOf, cases }: Known): SourceEntry {
  const owner = row.owner === null ? null : (nameOf('user', row.owner))
  const isOverdue = planned && row.due !== null && row.due < question.asOf
  return {
    id: row.id, kind: row.type, at: row.moment, title: row.title ?? '', by: owner, record: { object: 'activity', id: row.id }, about: { object: question.object, id: row.about },
    responsible: owner, done: row.done_at, planned, overdue: isOverdue,
    ...filled({
      body: row.description, priority: row.priority, state: row.state, start: row.start, end: row.end, due: row.due, outcome: row.outcome, outcomeNote: row.outcome_note,
      allDay: row.all_day === true ? true : null, recurrence: row.recurrence === null ? null : describeRecurrence(row.recurrence, language),
    }),
    people: (row.people ?? []).flatMap((id) => nameOf('person', id) ?? []),
    cases: cases.flatMap(({ object, id }) => {
      const link = nameOf(object, id)
      return link === null ? [] : [{ object, ...link }]
    }),
  }
}

const filled = <T extends object>(values: T): { [K in keyof T]?: NonNullable<T[K]> } => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null)) as never

export const timelines = [activities]
