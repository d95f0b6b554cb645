import type { LinkValue } from '../../../contract/records.ts'
import type { Answer } from '../../../contract/route.ts'
import { addDays } from '../../../fields/days.ts'
import { startOfDay } from '../../../expression/calendar.ts'
import type { Ctx } from '../../kernel/context.ts'
import { inOneMessage } from '../../kernel/db/together.ts'
import { namesOf } from '../../kernel/history/names.ts'
import { todayIn } from '../../kernel/records/conditions.ts'
import { occurrencesBetween } from '../recurrence/rules.ts'
import { nextOccurrence } from '../timeline/rules.ts'
import type { myDay as contract, Work } from './contract.ts'
import { calendarOf, dueByDay, dueWithin, lateDelegated, refusedToMe, toAccept, unanswered, type Some, type Span, type WorkRow } from './queries.ts'

const daysAhead = 7

/** The first screen of the day, as of ctx.now and the person's own zone. */
export async function myDay(given: Ctx): Promise<Answer<typeof contract>> {
  const ctx: Ctx = { ...given, db: inOneMessage(given.db) }
  const [now, today] = [ctx.now.toISOString(), todayIn(ctx)]
  const midnights = Array.from({ length: daysAhead + 2 }, (_, days) => startOfDay(addDays(today, days)!, ctx.timeZone)!)
  const [begins, ends] = [midnights[0]!, midnights[1]!]
  const span: Span = { from: begins, until: midnights.at(-1)! }
  const [overdue, dueToday, accept, refused, late, calendar, due, invitations] = await Promise.all([
    dueWithin(ctx, { from: null, until: now }), dueWithin(ctx, { from: now, until: ends }), toAccept(ctx), refusedToMe(ctx), lateDelegated(ctx, now),
    calendarOf(ctx, span), dueByDay(ctx, { from: ends, until: span.until }), unanswered(ctx, now),
  ])
  const entries = calendar.flatMap((row): { row: WorkRow; instance: string | null }[] => (row.recurrence === null ? [{ row, instance: null }] : occurrencesOf(row, span))).sort((a, b) => (a.row.start! < b.row.start! ? -1 : 1))
  const planned = entries.filter(({ row }) => row.start! < ends && endOf(row) > begins)
  const namer = await namesFor(ctx, [...[overdue, dueToday, accept, refused, late].flatMap(({ rows }) => rows), ...planned.map(({ row }) => row), ...invitations])
  const some = ({ rows, ...counted }: Some) => ({ ...counted, rows: rows.map((row) => workOf(row, namer)) })
  return {
    today, timeZone: ctx.timeZone, now,
    overdue: some(overdue), dueToday: some(dueToday), planned: planned.map(({ row, instance }) => workOf(row, namer, instance)),
    toAccept: some(accept), refused: some(refused), invitations: invitations.map((row) => workOf({ ...row, ...nextOccurrence(row, now) }, namer)), lateDelegated: some(late),
    week: Array.from({ length: daysAhead }, (_, n) => {
      const date = addDays(today, n + 1)!
      return { date, due: due.find((one) => one.date === date)?.count ?? 0, planned: entries.filter(({ row }) => row.start! >= midnights[n + 1]! && row.start! < midnights[n + 2]!).length }
    }),
  }
}

const lengthOf = ({ start, end }: WorkRow): number => Math.max(0, Date.parse(end ?? start!) - Date.parse(start!))
const endOf = ({ start, end }: WorkRow): string => end ?? start!

function occurrencesOf(row: WorkRow & { moved: string[] | null }, { from, until }: Span): { row: WorkRow; instance: string }[] {
  if (row.recurrence === null || row.start === null || row.time_zone === null) return []
  const lengthMs = lengthOf(row)
  const others = new Set((row.moved ?? []).map((moment) => Date.parse(moment)))
  const begun = new Date(Date.parse(from) - lengthMs).toISOString()
  return occurrencesBetween({ recurrence: row.recurrence, start: row.start, zone: row.time_zone }, { from: begun, until, limit: 100 })
    .filter((moment) => !others.has(Date.parse(moment)) && Date.parse(moment) + lengthMs > Date.parse(from))
    .map((moment) => ({ instance: moment, row: { ...row, start: moment, end: new Date(Date.parse(moment) + lengthMs).toISOString() } }))
}

type Namer = (object: 'company' | 'user', id: string | null) => LinkValue | null

async function namesFor(ctx: Ctx, rows: readonly WorkRow[]): Promise<Namer> {
  const [company, user] = await Promise.all([
    namesOf(ctx, 'company', rows.flatMap((row) => row.company ?? [])),
    namesOf(ctx, 'user', rows.flatMap((row) => [row.owner ?? [], row.delegated_by ?? []].flat())),
  ])
  const found = { company, user }
  return (object, id) => (id === null ? null : (found[object].get(id) ?? null))
}

function workOf(row: WorkRow, nameOf: Namer, instance: string | null = null): Work {
  const { id, version, title, type, state, priority, due, start, end, place } = row
  return {
    id, version, title: title ?? '', type, state, priority, due, start, end, place, allDay: row.all_day === true, private: row.private === true, instance,
    company: nameOf('company', row.company), owner: nameOf('user', row.owner), delegatedBy: nameOf('user', row.delegated_by), delegationNote: row.delegation_note,
  }
}
