/** What follows when a meeting is written: who takes part is asked, who was invited is told of changes. */
import type { Values } from '../../../../contract/definition.ts'
import { RefusalError } from '../../../../contract/refusal.ts'
import { sql } from '../../../../expression/sql.ts'
import type { Ctx } from '../../../kernel/context.ts'
import type { OutboxEvent } from '../../../kernel/events/outbox.ts'
import { filled } from '../../../kernel/outgoing/texts.ts'
import { changeMany } from '../../../kernel/records/change.ts'
import type { Follower } from '../../../kernel/records/followers.ts'
import { removeMany } from '../../../kernel/records/trash.ts'
import { isRefused, type Outcome } from '../../../kernel/records/writing.ts'
import { announce } from '../../../notices/index.ts'
import type { Participation } from '../../icalendar/rules.ts'
import { addAttendees } from '../actions.ts'
import { attendeesOf, invitedAmong, meetingOf, outsidersOf, type Meeting } from '../queries.ts'
import { contentOf, isOtherContent, isOtherTime, isOver, whyTooMany } from '../rules.ts'
import { sendCancellation, sendMeeting } from '../sending/actions.ts'
import { notices } from '../texts.ts'

const participantsOf = (values: Values | null): string[] => (Array.isArray(values?.participants) ? (values.participants as string[]) : [])

function succeeded(outcomes: readonly Outcome[]): void {
  for (const outcome of outcomes) if (isRefused(outcome)) throw outcome.refused
}

/** Colleagues who take part are asked by that alone; in the same transaction, so that nobody sees the one without the other. */
export const participantsFollow: Follower = {
  object: 'activity',
  concerns: (after, before) => after !== null && participantsOf(after).toSorted().join() !== participantsOf(before).toSorted().join(),
  async follow(ctx, all, { bringsBack }) {
    if (bringsBack) return
    for (const { id, after, before } of all) await followParticipants(ctx, id, { now: participantsOf(after), then: participantsOf(before), series: (after?.series as string | null | undefined) ?? null })
  },
}

async function followParticipants(ctx: Ctx, activity: string, { now, then, series }: { now: string[]; then: string[]; series: string | null }): Promise<void> {
  const why = whyTooMany(now.length)
  if (why !== null) throw new RefusalError([{ ...why, field: 'participants' }])
  const gone = then.filter((person) => !now.includes(person))
  if (gone.length > 0) {
    const there = (await attendeesOf(ctx.db, activity)).filter(({ user }) => user !== null && gone.includes(user))
    succeeded(await removeMany(ctx, 'attendee', there.map(({ id }) => ({ id }))))
  }
  const fresh = now.filter((person) => !then.includes(person))
  const people = await ctx.db.rows<{ user: string; name: string; mail: string; answer: Participation }>(sql`
    select u.id as "user", u.name, u.mail, coalesce((select t.answer from attendee t where t.activity = ${series}::uuid and t."user" = u.id and t.deleted_at is null), 'none') as answer
      from "user" u where u.id = any(${fresh}::uuid[])`)
  await addAttendees(ctx, activity, people)
}

/** After the commit: letters to people outside, notices to colleagues. What came in a lot (an import, a copy of a calendar) tells nobody. */
export async function followEvent(ctx: Ctx, event: OutboxEvent & { key: string }): Promise<void> {
  if (event.object === 'attendee') return followAttendee(ctx, event)
  const meeting = await meetingOf(ctx, event.record)
  if (meeting === null || meeting.start === null || (meeting.invitation === null && meeting.seriesInvitation === null && event.verb === 'create')) return
  await tellColleagues(ctx, meeting, event)
  if (meeting.invitation === null && meeting.seriesInvitation === null) return
  await tellOutsiders(ctx, meeting)
}

async function followAttendee(ctx: Ctx, event: OutboxEvent & { key: string }): Promise<void> {
  const [one] = await ctx.db.rows<{ activity: string; user: string | null; isGone: boolean }>(sql`select activity, "user", deleted_at is not null as "isGone" from attendee where id = ${event.record}`)
  const meeting = one === undefined ? null : await meetingOf(ctx, one.activity)
  if (one === undefined || meeting === null || meeting.start === null || isOver(meeting, ctx.now)) return
  if (event.verb === 'create' && one.user !== null && one.user !== event.by && meeting.series === null && !(await cameInALot(ctx, event))) await tell(ctx, meeting, { kind: 'invited', to: [one.user], key: event.key })
  // The meeting itself may be gone, with all who were asked: then it tells them.
  if (one.isGone && one.user === null && !meeting.isGone) await sendCancellation(ctx, meeting, (await outsidersOf(ctx.db, meeting.id, true)).filter(({ id }) => id === event.record))
}

async function cameInALot({ db }: Ctx, { operation }: OutboxEvent): Promise<boolean> {
  if (operation === null) return false
  const rows = await db.rows(sql`select distinct record from outbox where operation = ${operation} and object = 'activity' limit 2`)
  return rows.length > 1
}

const told = new Set(['start', 'end', 'place', 'recurrence', 'state', 'meetingUrl', 'allDay'])

async function tellColleagues(ctx: Ctx, meeting: Meeting, event: OutboxEvent & { key: string }): Promise<void> {
  if (isOver(meeting, ctx.now) || !(meeting.isGone || event.fields.some((field) => told.has(field))) || (await cameInALot(ctx, event))) return
  const to = (await attendeesOf(ctx.db, meeting.id)).flatMap(({ user }) => (user === null || user === event.by ? [] : [user]))
  await tell(ctx, meeting, { kind: meeting.isGone ? 'cancelled' : 'changed', to, key: event.key })
}

async function tell(ctx: Ctx, { id, title }: Meeting, { kind, to, key }: { kind: 'invited' | 'changed' | 'cancelled'; to: readonly string[]; key: string }): Promise<void> {
  await announce(ctx, { kind: `calendar.${kind}`, to, about: { object: 'activity', id }, key, title: filled(notices[kind], { title }), why: notices.whyAttendee })
}

async function tellOutsiders(ctx: Ctx, meeting: Meeting): Promise<void> {
  const { invitation } = meeting
  if (invitation === null) await inviteToOccurrence(ctx, meeting)
  else if (meeting.isGone) await cancelAll(ctx, meeting)
  else if (invitation.cancelledAt !== null || invitation.content === null || isOtherContent(contentOf(meeting), invitation.content)) await tellChange(ctx, meeting)
}

/** An occurrence that was changed by itself concerns those who were asked to its series. */
async function inviteToOccurrence(ctx: Ctx, meeting: Meeting): Promise<void> {
  if (meeting.series === null || meeting.instance === null) return
  const series = await outsidersOf(ctx.db, meeting.series)
  const held = await invitedAmong(ctx.db, series.map(({ id }) => id))
  await addAttendees(ctx, meeting.id, series.filter(({ id }) => held.has(id)).map(({ name, mail, answer }) => ({ name, mail, answer })))
  const to = await outsidersOf(ctx.db, meeting.id)
  await sendMeeting(ctx, meeting, { kind: 'update', sequence: meeting.sequence, to: meeting.isGone ? [] : to })
  if (!meeting.isGone) return
  // Nobody got a link to this occurrence; all who were asked to the series are told.
  for (const { id } of to) await ctx.db.rows(sql`insert into answer_link (hash, attendee, activity, sequence, made_at) values (gen_random_uuid()::text, ${id}, ${meeting.id}, ${meeting.sequence}, ${ctx.now})`)
  await cancelAll(ctx, meeting)
}

async function cancelAll(ctx: Ctx, meeting: Meeting): Promise<void> {
  if (meeting.invitation !== null && meeting.invitation.cancelledAt !== null) return
  await sendCancellation(ctx, meeting, await outsidersOf(ctx.db, meeting.id, true))
  await ctx.db.rows(sql`update invitation set cancelled_at = ${ctx.now} where activity = ${meeting.id}`)
}

/** Who said yes to another hour has not said yes to this one. */
async function tellChange(ctx: Ctx, meeting: Meeting): Promise<void> {
  const { sequence: last, content } = meeting.invitation!
  if (content !== null && isOtherTime(contentOf(meeting), content)) {
    const answered = (await attendeesOf(ctx.db, meeting.id)).filter(({ answer }) => answer !== 'none')
    succeeded(await changeMany(ctx, 'attendee', answered.map(({ id }) => ({ id, values: { answer: 'none', answeredAt: null } })), { asProgram: true }))
  }
  const all = await outsidersOf(ctx.db, meeting.id)
  const held = content === null ? new Set(all.map(({ id }) => id)) : await everInvited(ctx, all.map(({ id }) => id))
  await sendMeeting(ctx, meeting, { kind: content === null ? 'request' : 'update', sequence: Math.max(meeting.sequence, last + 1), to: all.filter(({ id }) => held.has(id)) })
}

/** Also those whose links were withdrawn when the meeting was cancelled for a while. */
async function everInvited({ db }: Ctx, attendees: readonly string[]): Promise<Set<string>> {
  const rows = await db.rows<{ id: string }>(sql`select distinct attendee as id from answer_link where attendee = any(${attendees}::uuid[])`)
  return new Set(rows.map(({ id }) => id))
}

/** What goes on as another series is another meeting to calendars outside: those who were asked to the first are asked to it. */
export async function carryInvitations(ctx: Ctx, from: string, to: string): Promise<void> {
  const outsiders = await outsidersOf(ctx.db, from)
  const held = await invitedAmong(ctx.db, outsiders.map(({ id }) => id))
  if (held.size === 0) return
  await addAttendees(ctx, to, outsiders.filter(({ id }) => held.has(id)).map(({ name, mail }) => ({ name, mail })))
  await ctx.db.rows(sql`insert into invitation (activity, sequence, content, sent_by, sent_at) values (${to}, 0, null, ${ctx.who.userId}, ${ctx.now}) on conflict do nothing`)
}
