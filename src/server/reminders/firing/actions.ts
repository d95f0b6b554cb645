/** Fires reminders whose time has come, and arms them anew when their activity moves. Any number of workers may be at it. */
import { sql } from '../../../expression/sql.ts'
import { languages, say, type Text } from '../../../contract/text.ts'
import type { Ctx } from '../../kernel/context.ts'
import type { Db } from '../../kernel/db/database.ts'
import { filled } from '../../kernel/outgoing/texts.ts'
import { announceAll, type Announcement } from '../../notices/index.ts'
import { enqueue } from '../../kernel/jobs/enqueue.ts'
import { factsOf, noticeKey, takeDue, takeOfActivities, zonesOf, type ActivityFacts, type ReminderRow } from '../queries.ts'
import { armingOf, fireAtOf, type Arming } from '../rules.ts'
import { texts } from '../texts.ts'

export const firingJob = 'reminders.fire'
const lot = 2_000

/** All that is due. Each lot is fired, armed anew and announced in one transaction: killed within, it was not. */
export async function fireDue(ctx: Ctx, stopping: AbortSignal = new AbortController().signal): Promise<{ fired: number }> {
  let fired = 0
  while (!stopping.aborted) {
    const done = await ctx.db.transaction((tx) => fireSome({ ...ctx, db: tx }))
    if (done === null) break
    fired += done
  }
  return { fired }
}

/** null: nothing was due. */
async function fireSome(ctx: Ctx): Promise<number | null> {
  const due = await takeDue(ctx.db, ctx.now, lot)
  if (due.length === 0) return null
  const facts = await factsOf(ctx, due.map(({ activity }) => activity))
  const verdicts = due.map((reminder) => ({ reminder, ...verdictOf(reminder, facts.get(reminder.activity) ?? null, ctx.now) }))
  const ringing = verdicts.filter(({ rings }) => rings)
  const zones = await zonesOf(ctx.db, ringing.map(({ reminder }) => reminder.person))
  await keep(ctx.db, verdicts.map(({ reminder, after }) => ({ id: reminder.id, ...after })))
  await announceAll(ctx, ringing.map(({ reminder }) => announcementOf(reminder, facts.get(reminder.activity)!, zones.get(reminder.person) ?? ctx.timeZone)))
  return ringing.length
}

interface After extends Arming {
  lastAnchor: string | null
  snoozedUntil: string | null
  fired: number
}

/** What moved meanwhile without our having heard of it yet is armed anew and does not ring. */
function verdictOf(reminder: ReminderRow, facts: ActivityFacts | null, now: Date): { rings: boolean; after: After } {
  const { anchor, lastAnchor, nextAt, snoozedUntil, fired } = reminder
  if (facts === null || facts.isClosed) return { rings: false, after: { anchor: null, nextAt: null, lastAnchor, snoozedUntil: null, fired } }
  const isSnoozeOver = snoozedUntil !== null && Date.parse(snoozedUntil) <= now.getTime()
  const isTime = nextAt !== null && Date.parse(nextAt) <= now.getTime() && !hasMoved(reminder, facts)
  const last = isTime ? anchor : lastAnchor
  const after = { ...armingOf({ ...reminder, lastAnchor: last }, facts, now), lastAnchor: last, snoozedUntil: isSnoozeOver ? null : snoozedUntil }
  const rings = isTime || isSnoozeOver
  return { rings, after: { ...after, fired: rings ? fired + 1 : fired } }
}

function hasMoved({ anchor, at }: ReminderRow, { start, due, recurrence, exceptions }: ActivityFacts): boolean {
  if (at !== null || anchor === null) return false
  const isSame = (moment: string | null) => moment !== null && Date.parse(moment) === Date.parse(anchor)
  if (recurrence === null) return !isSame(start ?? due)
  return exceptions.some((one) => isSame(one.instance) && !isSame(one.start))
}

async function keep(db: Db, reminders: readonly (After & { id: string })[]): Promise<void> {
  const rows = reminders.map(({ id, anchor, lastAnchor, nextAt, snoozedUntil, fired }) => ({ id, anchor, last_anchor: lastAnchor, next_at: nextAt, snoozed_until: snoozedUntil, fire_at: fireAtOf({ nextAt, snoozedUntil }), fired }))
  await db.rows(sql`
    update reminder r set anchor = k.anchor, last_anchor = k.last_anchor, next_at = k.next_at, snoozed_until = k.snoozed_until, fire_at = k.fire_at, fired = k.fired
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as k(id uuid, anchor timestamptz, last_anchor timestamptz, next_at timestamptz, snoozed_until timestamptz, fire_at timestamptz, fired integer)
    where r.id = k.id`)
}

function announcementOf({ id, person, activity, ways, fired, anchor, lastAnchor, at }: ReminderRow, facts: ActivityFacts, zone: string): Announcement {
  const { title, priority, place, start, due } = facts
  const moment = at === null ? (anchor ?? lastAnchor) : (start ?? due)
  const sentence = start === null ? texts.due : texts.starts
  const inWords = (language: 'pl' | 'en') => [...(moment === null ? [] : [say(sentence, language, { when: momentIn(moment, language, zone) })]), ...(place === null || place === '' ? [] : [place])].join(' · ')
  const body = Object.fromEntries(languages.map((language) => [language, inWords(language)])) as Record<'pl' | 'en', string>
  return {
    kind: 'reminder', to: [person], about: { object: 'activity', id: activity }, key: noticeKey(id, fired + 1), priority, isPunctual: true,
    title: filled(texts.title, { title }), ...(body.pl === '' ? {} : { body: body satisfies Text }), why: texts.why, ...(ways === null ? {} : { ways }),
  }
}

const formats = new Map<string, Intl.DateTimeFormat>()

function momentIn(moment: string, language: 'pl' | 'en', timeZone: string): string {
  const key = `${language} ${timeZone}`
  const format = formats.get(key) ?? new Intl.DateTimeFormat(language === 'pl' ? 'pl-PL' : 'en-GB', { timeZone, weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' })
  formats.set(key, format)
  return format.format(new Date(moment))
}

/** After their activities changed: times, state, recurrence, one of the series. */
export async function armAnew(ctx: Ctx, activities: readonly string[]): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const inTx = { ...ctx, db: tx }
    const reminders = await takeOfActivities(tx, activities)
    if (reminders.length === 0) return
    const facts = await factsOf(inTx, reminders.map(({ activity }) => activity))
    const changed = reminders.flatMap((reminder) => {
      const timing = facts.get(reminder.activity) ?? null
      const next = armingOf(reminder, timing, ctx.now)
      const snoozed = timing === null || timing.isClosed ? null : reminder.snoozedUntil
      return next.anchor === reminder.anchor && next.nextAt === reminder.nextAt && snoozed === reminder.snoozedUntil ? [] : [{ ...reminder, ...next, snoozedUntil: snoozed }]
    })
    if (changed.length === 0) return
    await keep(tx, changed)
    callAt(tx, ctx.now, changed.map(fireAtOf))
  })
}

/** The clock calls once a minute; what comes before that is called for by itself, to the second. */
export function callAt(db: Db, now: Date, moments: readonly (string | null)[]): void {
  const soon = new Set(moments.flatMap((moment) => (moment !== null && Date.parse(moment) < now.getTime() + 75_000 ? [Math.ceil(Date.parse(moment) / 1_000) * 1_000] : [])))
  db.afterCommit(() => {
    // Whatever is forgotten here is found by the clock.
    for (const at of soon) enqueue(db.root, firingJob, {}, { key: String(at), ...(at > now.getTime() ? { runAt: new Date(at) } : {}) }).catch(() => undefined)
  })
}
