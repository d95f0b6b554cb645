/** Letters with a meeting in them: an invitation, a change, a cancellation; written down in the transaction of whatever caused them. */
import { createHash, randomBytes } from 'node:crypto'
import { say } from '../../../../contract/text.ts'
import { sql } from '../../../../expression/sql.ts'
import type { Ctx } from '../../../kernel/context.ts'
import { publicAddress } from '../../../kernel/http/address.ts'
import { letter, queueMail } from '../../../mail/index.ts'
import { writeCalendar } from '../../icalendar/rules.ts'
import { invitedAmong, outsidersOf, type Meeting, type Receiver } from '../queries.ts'
import { contentOf, eventFor, factsOf, languageOf } from '../rules.ts'
import { letters } from '../texts.ts'

export const hashOf = (token: string): string => createHash('sha256').update(token).digest('base64url')

type Kind = 'request' | 'update' | 'cancel'
interface Sending {
  kind: Kind
  sequence: number
  receivers: readonly Receiver[]
  message?: string | null
}

/** Asks these people to a meeting, or tells them what has changed in it, and remembers what they were told. */
export async function sendMeeting(ctx: Ctx, meeting: Meeting, { kind, sequence, to, message = null }: { kind: 'request' | 'update'; sequence: number; to: readonly Receiver[]; message?: string | null }): Promise<void> {
  await ctx.db.rows(sql`insert into invitation (activity, sequence, content, message, sent_by, sent_at) values (${meeting.id}, ${sequence}, ${contentOf(meeting)}, ${message}, ${ctx.who.userId}, ${ctx.now})
    on conflict (activity) do update set sequence = excluded.sequence, content = excluded.content, message = coalesce(excluded.message, invitation.message), sent_at = excluded.sent_at, cancelled_at = null`)
  const receivers = await outsidersOf(ctx.db, meeting.id)
  for (const receiver of to) await sendOne(ctx, meeting, { kind, sequence, receivers, message }, receiver)
}

/** Tells those who hold an invitation that nothing comes of it; their links say so from now on. */
export async function sendCancellation(ctx: Ctx, meeting: Meeting, to: readonly Receiver[]): Promise<void> {
  const held = await invitedAmong(ctx.db, to.map(({ id }) => id))
  const sequence = Math.max(meeting.sequence, (meeting.invitation?.sequence ?? 0) + 1)
  for (const receiver of to.filter(({ id }) => held.has(id))) await sendOne(ctx, meeting, { kind: 'cancel', sequence, receivers: [receiver] }, receiver)
  await ctx.db.rows(sql`update answer_link set withdrawn_at = ${ctx.now} where attendee = any(${[...held]}::uuid[]) and withdrawn_at is null`)
}

async function sendOne(ctx: Ctx, meeting: Meeting, sending: Sending, to: Receiver): Promise<void> {
  const { kind, sequence, receivers } = sending
  const language = languageOf(to, meeting.organizer.language)
  const { organizer, title } = meeting
  const content = writeCalendar({ method: kind === 'cancel' ? 'CANCEL' : 'REQUEST', events: [eventFor(meeting, { sequence, receivers, to, isCancelled: kind === 'cancel' })] })
  const subject = say(letters.subject[kind], language, { title })
  const { html, text } = letter({
    language, title: subject, paragraphs: [say(letters.intro[kind], language, { organizer: organizer.name }), ...(sending.message ? [sending.message] : [])],
    facts: factsOf(meeting, language), footer: say(letters.footer, language, { organizer: organizer.name }),
    ...(kind === 'cancel' ? {} : await answerButtons(ctx, meeting, { sequence, to, language })),
  })
  await queueMail({ ...ctx, language }, {
    key: `invitation ${kind} ${to.id} ${sequence}`, to: [{ name: to.name, address: to.mail }], subject, text, html, replyTo: { name: organizer.name, address: organizer.mail },
    ical: { method: kind === 'cancel' ? 'CANCEL' : 'REQUEST', content }, about: { object: 'activity', id: meeting.id },
  })
}

/** The link itself changes nothing: programs that look for harm in mail open every one. What answers is a button on its page. */
async function answerButtons(ctx: Ctx, meeting: Meeting, { sequence, to, language }: { sequence: number; to: Receiver; language: 'pl' | 'en' }) {
  const token = randomBytes(32).toString('base64url')
  await ctx.db.rows(sql`insert into answer_link (hash, attendee, activity, sequence, made_at) values (${hashOf(token)}, ${to.id}, ${meeting.id}, ${sequence}, ${ctx.now})`)
  const link = (answer: 'yes' | 'maybe' | 'no') => ({ label: letters[answer][language], url: `${publicAddress()}/answer/${token}?answer=${answer}` })
  return { button: link('yes'), buttons: [link('maybe'), link('no')] }
}
