import { refuse } from '../../contract/refusal.ts'
import { sql } from '../../expression/sql.ts'
import type { Ctx } from '../kernel/context.ts'
import { newId } from '../kernel/db/uuid7.ts'
import { one } from '../kernel/query/one.ts'
import { readNotices, shownNotice } from '../notices/index.ts'
import type { GivenReminder, Reminder, ReminderSettings, Ringing } from './contract.ts'
import { callAt } from './firing/actions.ts'
import { carriedOn, factsOf, freshOf, noticeKey, ownReminder, remindersOf, ringingOf, type ActivityFacts, type ReminderRow } from './queries.ts'
import { armingOf, fireAtOf, firstSettings, snoozedUntil } from './rules.ts'
import { refusals } from './texts.ts'

const mostReminders = 20

const shown = ({ id, minutesBefore, at, ways, isDefault, fireAt, snoozedUntil: snoozed, fired }: ReminderRow): Reminder => ({ id, minutesBefore, at, ways, isDefault, fireAt, snoozedUntil: snoozed, fired })

async function requireActivity(ctx: Ctx, activity: string): Promise<void> {
  if ((await one(ctx, 'activity', activity, { columns: ['id'], can: false })) === null) refuse('reminder.no_activity', refusals.noActivity, { field: 'activity', status: 404 })
}

export async function shownReminders(ctx: Ctx, activity: string): Promise<{ reminders: Reminder[] }> {
  await requireActivity(ctx, activity)
  return { reminders: (await remindersOf(ctx.db, ctx.who.userId!, activity)).map(shown) }
}

/** One whose moment is over though the activity is still to come rings at once; of what is over, nobody is reminded. */
export async function addReminders(ctx: Ctx, activity: string, given: readonly GivenReminder[]): Promise<{ reminders: Reminder[] }> {
  await requireActivity(ctx, activity)
  return ctx.db.transaction(async (tx) => {
    const inTx = { ...ctx, db: tx }
    const facts = (await factsOf(inTx, [activity])).get(activity)!
    for (const [at, reminder] of given.entries()) refusePast(ctx, reminder, facts, at)
    await insertReminders(inTx, given.map((reminder) => ({ ...reminder, activity, person: ctx.who.userId!, isDefault: false })), new Map([[activity, facts]]))
    const now = await remindersOf(tx, ctx.who.userId!, activity)
    if (now.length > mostReminders) refuse('reminder.too_many', refusals.tooMany, { values: { count: mostReminders } })
    return { reminders: now.map(shown) }
  })
}

function refusePast({ now }: Ctx, { minutesBefore = null, at = null }: GivenReminder, facts: ActivityFacts, position: number): void {
  const field = `reminders.${position}.${at === null ? 'minutesBefore' : 'at'}`
  if (facts.isClosed) refuse('reminder.closed', refusals.closed, { field })
  if (at === null && facts.start === null && facts.due === null) refuse('reminder.no_time', refusals.noTime, { field })
  const { nextAt } = armingOf({ minutesBefore, at, lastAnchor: null }, facts, now)
  if (nextAt === null || (at !== null && Date.parse(at) < now.getTime())) refuse('reminder.past', refusals.past, { field })
}

interface NewReminder extends GivenReminder {
  person: string
  activity: string
  isDefault: boolean
}

/** One that is there already, so many minutes before, is left as it is. */
async function insertReminders({ db, now }: Ctx, given: readonly NewReminder[], facts: ReadonlyMap<string, ActivityFacts>): Promise<void> {
  const rows = given.map(({ person, activity, minutesBefore = null, at = null, ways = null, isDefault }) => {
    const moment = at === null ? null : new Date(at).toISOString()
    const { anchor, nextAt } = armingOf({ minutesBefore, at: moment, lastAnchor: null }, facts.get(activity) ?? null, now)
    return { id: newId(), person, activity, minutes_before: minutesBefore, at: moment, ways, is_default: isDefault, anchor, next_at: nextAt }
  })
  await db.rows(sql`
    insert into reminder (id, person, activity, minutes_before, at, ways, is_default, anchor, next_at, fire_at, created_at)
    select id, person, activity, minutes_before, at, ways, is_default, anchor, next_at, next_at, ${now} from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r(id uuid, person uuid, activity uuid, minutes_before integer, at timestamptz, ways text[], is_default boolean, anchor timestamptz, next_at timestamptz)
    on conflict (person, activity, minutes_before) do nothing`)
  callAt(db, now, rows.map(({ next_at }) => next_at))
}

export async function removeReminder(ctx: Ctx, id: string): Promise<null> {
  const gone = await ctx.db.rows(sql`delete from reminder where id = ${id} and person = ${ctx.who.userId} returning id`)
  if (gone.length === 0) refuse('reminder.gone', refusals.gone, { status: 404 })
  return null
}

/** Of what one may not see any more, no word: those are left out. */
export async function shownRinging(ctx: Ctx): Promise<{ reminders: Ringing[] }> {
  const reminders: Ringing[] = []
  for (const { id, notice, activity } of await ringingOf(ctx)) {
    const { title, body, hidden } = await shownNotice(ctx, notice)
    if (!hidden) reminders.push({ id, notice, activity, title, body })
  }
  return { reminders }
}

export async function snooze(ctx: Ctx, id: string, until: string): Promise<{ until: string }> {
  const moment = snoozedUntil(until, ctx.now, ctx.timeZone)
  if (Date.parse(moment) <= ctx.now.getTime()) refuse('reminder.past', refusals.past, { field: 'until' })
  await seenTo(ctx, id, moment)
  return { until: moment }
}

export async function dismiss(ctx: Ctx, id: string): Promise<null> {
  await seenTo(ctx, id, null)
  return null
}

/** Its notice is read by that, whatever he does with it. */
async function seenTo(ctx: Ctx, id: string, until: string | null): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const inTx = { ...ctx, db: tx }
    const reminder = (await ownReminder(inTx, id)) ?? refuse('reminder.gone', refusals.gone, { status: 404 })
    const fireAt = fireAtOf({ nextAt: reminder.nextAt, snoozedUntil: until })
    await tx.rows(sql`update reminder set snoozed_until = ${until}, fire_at = ${fireAt} where id = ${id}`)
    await readNotices(inTx, noticeKey(id, reminder.fired))
    callAt(tx, ctx.now, [fireAt])
  })
}

export async function saveSettings(ctx: Ctx, settings: ReminderSettings): Promise<ReminderSettings> {
  await ctx.db.rows(sql`
    insert into reminder_settings (person, settings, changed_at) values (${ctx.who.userId}, ${settings}, ${ctx.now})
    on conflict (person) do update set settings = excluded.settings, changed_at = excluded.changed_at`)
  return settings
}

/** What each of those who made them set for such activities. */
export async function addDefaults(ctx: Ctx, activities: readonly string[]): Promise<void> {
  const fresh = (await freshOf(ctx, activities)).filter(({ type, settings }) => (settings ?? firstSettings).types.includes(type))
  const reminders = fresh.flatMap(({ activity, person, settings }) => (settings ?? firstSettings).minutesBefore.map((minutesBefore) => ({ person, activity, minutesBefore, isDefault: true })))
  if (reminders.length > 0) await insertReminders(ctx, reminders, await factsOf(ctx, fresh.map(({ activity }) => activity)))
}

/** The next task of a series reminds whom the last one did, and as it did. */
export async function carryOn(ctx: Ctx, activities: readonly string[]): Promise<void> {
  const reminders = await carriedOn(ctx, activities)
  if (reminders.length > 0) await insertReminders(ctx, reminders, await factsOf(ctx, reminders.map(({ activity }) => activity)))
}
