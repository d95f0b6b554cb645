import { sql } from '../../../../expression/sql.ts'
import type { Language } from '../../../../contract/text.ts'
import type { Ctx } from '../../../kernel/context.ts'
import { Page } from '../../../kernel/http/implement.ts'
import { takeAnswer } from '../actions.ts'
import { linkByHash, meetingOf, type LinkRow, type Meeting } from '../queries.ts'
import { languageOf } from '../rules.ts'
import { hashOf } from '../sending/actions.ts'
import { pageOf, standingOf, statusOf, type Choice } from './rules.ts'

interface Found {
  link: LinkRow | null
  meeting: Meeting | null
  language: Language
}

async function found(ctx: Ctx, token: string): Promise<Found> {
  const link = /^[A-Za-z0-9_-]{43}$/.test(token) ? await linkByHash(ctx.db, hashOf(token)) : null
  const meeting = link === null ? null : await meetingOf(ctx, link.activity)
  const language = link?.mail == null || meeting === null ? ctx.language : languageOf({ language: null, mail: link.mail }, meeting.organizer.language)
  return { link, meeting, language }
}

/** The page of a link. Reads, and changes nothing. */
export async function showAnswer(ctx: Ctx, token: string, chosen: Choice | null): Promise<Page> {
  const { link, meeting, language } = await found(ctx, token)
  const standing = standingOf(link, meeting, ctx.now)
  return new Page(pageOf({ language, standing, link, meeting, chosen }), statusOf(standing))
}

/** Takes the answer, once; whoever comes again hears what was said before and when. */
export async function giveAnswer(ctx: Ctx, token: string, { answer, comment }: { answer: Choice | null; comment: string }): Promise<Page> {
  if (answer === null) return showAnswer(ctx, token, null)
  const isDone = await ctx.db.transaction(async (db) => {
    const tx = { ...ctx, db }
    const { link, meeting } = await found(tx, token)
    if (standingOf(link, meeting, ctx.now) !== 'open') return false
    const taken = await db.rows(sql`update answer_link set answered_at = ${ctx.now}, answer = ${answer} where hash = ${hashOf(token)} and answered_at is null returning hash`)
    if (taken.length === 0) return false
    await takeAnswer(tx, { attendee: link!.attendee, activity: link!.activity, answer, comment: comment.trim() === '' ? null : comment.trim().slice(0, 1_000) })
    return true
  })
  const { link, meeting, language } = await found(ctx, token)
  const standing = standingOf(link, meeting, ctx.now)
  return new Page(pageOf({ language, standing, link, meeting, chosen: null, isDone }), statusOf(standing))
}
