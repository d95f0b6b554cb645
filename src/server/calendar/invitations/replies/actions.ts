/** Answers that come by mail, as other calendars write them. Whatever reads mailboxes brings them here. */
import { sql } from '../../../../expression/sql.ts'
import { filled } from '../../../kernel/outgoing/texts.ts'
import type { Ctx } from '../../../kernel/context.ts'
import { announce } from '../../../notices/index.ts'
import { readReply, type ReplyText } from '../../icalendar/rules.ts'
import { takeAnswer } from '../actions.ts'
import { attendeeByUid, meetingOf } from '../queries.ts'
import { whenText } from '../rules.ts'
import { notices } from '../texts.ts'

export type ReplyOutcome =
  | 'taken'
  /** The answer was taken for one occurrence that is like the others: the organiser is told, the answer to the series stays. */
  | 'told'
  /** Not from the address that was asked: anybody can write a name. */
  | 'not_from_attendee'
  | 'unknown'
  /** To a version of the meeting that is no more. */
  | 'outdated'

/** Takes the answers in a mail; null: it holds none. Matched by the meeting's UID and the attendee's address, which must be the mail's sender. */
export async function takeReply(ctx: Ctx, icalendar: string, from: string): Promise<ReplyOutcome[] | null> {
  const replies = readReply(icalendar)
  if (replies === null) return null
  const outcomes: ReplyOutcome[] = []
  for (const reply of replies) outcomes.push(await ctx.db.transaction((db) => takeOne({ ...ctx, db }, reply, from.trim().toLowerCase())))
  return outcomes
}

async function takeOne(ctx: Ctx, reply: ReplyText, from: string): Promise<ReplyOutcome> {
  if (reply.mail !== from) return 'not_from_attendee'
  const found = await attendeeByUid(ctx.db, reply)
  if (found === null) return 'unknown'
  if (reply.sequence < found.sequence) return 'outdated'
  const { attendee, activity } = found
  if (reply.instance === null || found.isOccurrence) {
    await takeAnswer(ctx, { attendee, activity, answer: reply.answer, comment: reply.comment })
    await ctx.db.rows(sql`update answer_link set answered_at = ${ctx.now}, answer = ${reply.answer} where attendee = ${attendee} and sequence = ${found.sequence} and answered_at is null`)
    return 'taken'
  }
  await tellOfOccurrence(ctx, { ...reply, instance: reply.instance }, found)
  return 'told'
}

async function tellOfOccurrence(ctx: Ctx, { answer, instance, comment }: ReplyText & { instance: string }, { attendee, activity }: { attendee: string; activity: string }): Promise<void> {
  const meeting = (await meetingOf(ctx, activity))!
  const [who] = await ctx.db.rows<{ name: string }>(sql`select coalesce(name, mail) as name from attendee where id = ${attendee}`)
  const occurrence = { ...meeting, start: instance, end: instance }
  const said = comment === null ? '' : `\n${comment}`
  const body = { pl: `${filled(notices.ofOccurrence, { when: whenText(occurrence, 'pl') }).pl}${said}`, en: `${filled(notices.ofOccurrence, { when: whenText(occurrence, 'en') }).en}${said}` }
  await announce(ctx, {
    kind: 'calendar.answered', to: [meeting.owner], about: { object: 'activity', id: activity }, key: `calendar.answered ${attendee} ${instance} ${answer}`,
    title: filled(notices[answer], { name: who!.name, title: meeting.title }), body, why: notices.whyOrganizer,
  })
}
