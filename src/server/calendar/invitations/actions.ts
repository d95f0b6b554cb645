import { refuse, RefusalError } from '../../../contract/refusal.ts'
import { sql } from '../../../expression/sql.ts'
import { canRead } from '../../kernel/access/field-access.ts'
import { mayVerb, rowRule } from '../../kernel/access/row-rule.ts'
import { visible } from '../../kernel/access/visible.ts'
import type { Ctx } from '../../kernel/context.ts'
import { filled } from '../../kernel/outgoing/texts.ts'
import { changeMany } from '../../kernel/records/change.ts'
import { createMany } from '../../kernel/records/create.ts'
import { asProgram } from '../../kernel/records/steps/consequences.ts'
import { isRefused } from '../../kernel/records/writing.ts'
import { announce } from '../../notices/index.ts'
import type { Participation } from '../icalendar/rules.ts'
import type { Attendance, Invitation } from './contract.ts'
import { attendeesOf, invitedAmong, meetingOf, outsidersOf, type Meeting } from './queries.ts'
import { countsOf, isOver, mostAttendees, whyTooMany } from './rules.ts'
import { sendMeeting } from './sending/actions.ts'
import { notices, refusals } from './texts.ts'

/** Who is asked, for whoever may see the meeting. Refuses 404. */
export async function attendanceOf(ctx: Ctx, activity: string): Promise<Attendance> {
  const { mayChange } = await reached(ctx, activity)
  const attendees = await attendeesOf(ctx.db, activity)
  const [sent] = await ctx.db.rows<{ at: string }>(sql`select sent_at as at from invitation where activity = ${activity}`)
  return { attendees, counts: countsOf(attendees), sentAt: sent?.at ?? null, mayInvite: mayChange, mine: attendees.find(({ user }) => user === ctx.who.userId)?.answer ?? null }
}

async function reached(ctx: Ctx, activity: string): Promise<{ mayChange: boolean }> {
  const mayChange = mayVerb(ctx, 'activity', 'change') ? sql`coalesce(${rowRule(ctx, 'activity', 'change', 'a')}, false)` : sql`false`
  const [row] = await ctx.db.rows<{ mayChange: boolean }>(sql`select ${mayChange} as "mayChange" from ${visible(ctx, 'activity')} a where a.id = ${activity}`)
  return row ?? refuse('not_found', refusals.notFound, { status: 404 })
}

/**
 * Asks these people to come. Colleagues are told in the application; everybody else gets an invitation by mail, who has not got one yet.
 * Nothing is ever sent but by this and by what follows from it: whoever brings a calendar in sends nothing. Refuses 404, 403, a meeting
 * without time, cancelled or over, people without a mail address, and more than 500 people.
 */
export async function invite(ctx: Ctx, { activity, users = [], people = [], mails = [], message }: Invitation): Promise<Attendance> {
  const asked = users.length + people.length + mails.length
  const why = asked > mostAttendees ? whyTooMany(asked) : null
  if (why !== null) throw new RefusalError([why])
  if (!(await reached(ctx, activity)).mayChange) refuse('not_allowed', refusals.mayNotInvite, { status: 403 })
  return ctx.db.transaction(async (db) => {
    const tx = { ...ctx, db }
    await db.rows(sql`select 1 from activity where id = ${activity} for update`)
    const meeting = (await meetingOf(tx, activity))!
    refuseUnfit(meeting, ctx.now)
    await letTakePart(tx, activity, users)
    await addAttendees(tx, activity, [...(await persons(tx, people)), ...mails.map(({ mail, name }) => ({ mail, name: name ?? mail }))])
    const outsiders = await outsidersOf(db, activity)
    const held = await invitedAmong(db, outsiders.map(({ id }) => id))
    const to = outsiders.filter(({ id }) => !held.has(id))
    const sequence = Math.max(meeting.sequence, meeting.invitation?.sequence ?? 0)
    if (to.length > 0) await sendMeeting(tx, meeting, { kind: 'request', sequence, to, message: message ?? null })
    return attendanceOf(tx, activity)
  })
}

function refuseUnfit(meeting: Meeting, now: Date): void {
  if (meeting.start === null) refuse('invitation.no_time', refusals.noTime, { field: 'activity' })
  if (meeting.isGone) refuse('invitation.cancelled', refusals.cancelled, { field: 'activity' })
  if (isOver(meeting, now)) refuse('invitation.over', refusals.over, { field: 'activity' })
}

interface Asked {
  user?: string
  person?: string
  mail: string
  name: string
  answer?: Participation
}

/** Colleagues are asked by taking part: so they see the meeting, have it in their calendars and can answer. */
async function letTakePart(ctx: Ctx, activity: string, users: readonly string[]): Promise<void> {
  const [row] = await ctx.db.rows<{ participants: string[] }>(sql`select coalesce(participants, '{}') as participants from activity where id = ${activity}`)
  const there = row?.participants ?? []
  const fresh = await ctx.db.rows<{ id: string }>(sql`select id from "user" where id = any(${users}::uuid[]) and id <> all(${there}::uuid[]) and active and deleted_at is null`)
  if (fresh.length === 0) return
  for (const outcome of await changeMany(ctx, 'activity', [{ id: activity, values: { participants: [...there, ...fresh.map(({ id }) => id)] } }])) if (isRefused(outcome)) throw outcome.refused
}

async function persons(ctx: Ctx, ids: readonly string[]): Promise<Asked[]> {
  if (ids.length === 0) return []
  const may = canRead(ctx, 'person', 'mails')
  const rows = may ? await ctx.db.rows<{ person: string; mail: string | null; name: string }>(sql`select p.id as person, p.mails_main as mail, p.name from ${visible(ctx, 'person')} p where p.id = any(${ids}::uuid[])`) : []
  if (rows.length < new Set(ids).size) refuse('not_found', refusals.noPerson, { field: 'people', status: 404 })
  const without = rows.find(({ mail }) => mail === null)
  if (without !== undefined) refuse('invitation.no_mail', refusals.noMail, { field: 'people', values: { name: without.name } })
  return rows as Asked[]
}

/** Those who are not among them yet; nobody is asked twice by another way. */
export async function addAttendees(ctx: Ctx, activity: string, asked: readonly Asked[]): Promise<void> {
  const there = await attendeesOf(ctx.db, activity)
  const known = new Set(there.flatMap(({ user, mail }) => [user, mail?.toLowerCase()]))
  const fresh = asked.filter(({ user, mail }) => {
    const isKnown = user === undefined ? known.has(mail.toLowerCase()) : known.has(user)
    known.add(user ?? mail.toLowerCase())
    return !isKnown
  })
  const why = whyTooMany(there.length + fresh.length)
  if (why !== null) throw new RefusalError([why])
  for (const outcome of await createMany(asProgram(ctx), 'attendee', fresh.map((one) => ({ ...one, activity })))) if (isRefused(outcome)) throw outcome.refused
}

/** One's own answer, of a colleague who is asked. */
export async function answerMyself(ctx: Ctx, given: { activity: string; answer: Participation; comment?: string | undefined }): Promise<Attendance> {
  const { activity, answer, comment } = given
  await reached(ctx, activity)
  const mine = (await attendeesOf(ctx.db, activity)).find(({ user }) => user === ctx.who.userId) ?? refuse('invitation.not_invited', refusals.notInvited, { status: 403 })
  await ctx.db.transaction((db) => takeAnswer({ ...ctx, db }, { attendee: mine.id, activity, answer, comment: comment ?? null }))
  return attendanceOf(ctx, activity)
}

export interface Given {
  attendee: string
  activity: string
  answer: Participation
  comment: string | null
}

/** Writes down what somebody said, however it came, and tells the organiser. */
export async function takeAnswer(ctx: Ctx, { attendee, activity, answer, comment }: Given): Promise<void> {
  const [outcome] = await changeMany(asProgram(ctx), 'attendee', [{ id: attendee, values: { answer, comment, answeredAt: ctx.now.toISOString() } }], { asProgram: true })
  if (isRefused(outcome!)) throw outcome.refused
  const meeting = await meetingOf(ctx, activity)
  const [who] = await ctx.db.rows<{ name: string; user: string | null }>(sql`select coalesce(name, mail) as name, "user" from attendee where id = ${attendee}`)
  if (meeting === null || who === undefined || who.user === meeting.owner) return
  await announce(ctx, {
    kind: 'calendar.answered', to: [meeting.owner], about: { object: 'activity', id: activity }, key: `calendar.answered ${attendee} ${ctx.now.toISOString()}`,
    title: filled(notices[answer], { name: who.name, title: meeting.title }), why: notices.whyOrganizer, ...(comment === null ? {} : { body: { pl: comment, en: comment } }),
  })
}
