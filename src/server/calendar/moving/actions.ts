/** Entries are moved, copied and taken out where they stand in the calendar; of what recurs one, it and those after it, or all. */
import type { Values } from '../../../contract/definition.ts'
import { isRefusal, refuse, RefusalError } from '../../../contract/refusal.ts'
import { endedBefore, occurrencesBetween, occursAt, type Series } from '../../activities/index.ts'
import { mayVerb } from '../../kernel/access/row-rule.ts'
import type { Ctx } from '../../kernel/context.ts'
import { change, changeMany } from '../../kernel/records/change.ts'
import { create } from '../../kernel/records/create.ts'
import { readCurrent } from '../../kernel/records/current.ts'
import { layoutOf } from '../../kernel/records/layout.ts'
import { stale } from '../../kernel/records/stale.ts'
import { asProgram } from '../../kernel/records/steps/consequences.ts'
import { remove, removeMany } from '../../kernel/records/trash.ts'
import { isRefused, startWriting, type Current, type Outcome } from '../../kernel/records/writing.ts'
import { carryBookings } from '../../resources/index.ts'
import { carryInvitations } from '../invitations/following/actions.ts'
import type { Alteration, Move, Removal } from '../occurrences/contract.ts'
import { endOf } from '../occurrences/rules.ts'
import { exceptionsFrom, holdActivity, type ExceptionRow } from './queries.ts'
import { countLeft, endAfter, shifted, shiftedEnd, shiftedRule, shiftOf, whyNotSpan, type Shift } from './rules.ts'
import { refusals } from './texts.ts'

type Written = { id: string; version: number }

/** An entry as it stands, held until the transaction ends. */
interface Held extends Current {
  zone: string
  start: string
  end: string
  series: Series | null
}

/**
 * Moves or resizes. Refuses 404, 403, 409 stale as every change does, and: an end before the start, an occurrence that is not of the series
 * or has been changed by itself, one moved onto another, a series moved to days that its rule does not follow.
 */
export async function moveEntry(ctx: Ctx, given: Move): Promise<Written> {
  const why = whyNotSpan(given)
  if (why !== null) throw new RefusalError([why])
  const to = { ...given, start: utc(given.start), end: utc(given.end) }
  return inOne(ctx, async (tx) => movePlaced(tx, await placeOf(tx, given), to))
}

function movePlaced(ctx: Ctx, { held, instance, from, which }: Place, to: Target): Promise<Written> {
  if (instance === null) return moveAlone(ctx, held, to)
  if (which === 'this') return moveThis(ctx, held, { ...to, instance })
  const shift = shiftOf({ start: from }, to, held.zone)
  return which === 'all' || instance === held.start ? moveAll(ctx, held, { shift, to }) : moveFollowing(ctx, held, { instance, shift, to })
}

/** Other values for the same occurrences. Refuses as moving does, and whatever a change of these values would be refused for. */
export async function changeEntry(ctx: Ctx, { values, ...given }: Alteration): Promise<Written> {
  return inOne(ctx, async (tx) => {
    const place = await placeOf(tx, given)
    const { start: from, end: until, ...rest } = values
    const [start, end] = [timeOf(tx, 'start', from), timeOf(tx, 'end', until)]
    const isWhole = place.instance === null || place.which === 'all'
    if (isWhole && start === undefined && end === undefined) return written(await change(tx, 'activity', place.held.id, { version: place.held.version, values: rest }))
    const to = { start: start ?? place.from, end: end ?? (start === undefined ? place.until : lengthened(place, start)) }
    const why = whyNotSpan(to)
    if (why !== null) throw new RefusalError([why])
    const moved = await movePlaced(tx, place, { start: utc(to.start), end: utc(to.end) })
    return Object.keys(rest).length === 0 ? moved : written(await change(tx, 'activity', moved.id, { version: moved.version, values: rest }))
  })
}

/** What the field takes for a moment; undefined where none was given. Refuses what is none, and an empty one: what stands in the calendar has its time. */
function timeOf(ctx: Ctx, name: 'start' | 'end', given: unknown): string | undefined {
  if (given === undefined) return undefined
  const field = layoutOf(ctx.registry, 'activity').field(name)!
  const moment = field.type.accept(given, field.definition)
  if (isRefusal(moment)) throw new RefusalError([{ ...moment, field: name }])
  return moment === null ? refuse('calendar.no_time', refusals.noTime, { field: name }) : String(moment)
}

const lengthened = ({ from, until }: Place, start: string): string => new Date(Date.parse(start) + Date.parse(until) - Date.parse(from)).toISOString()

/** Takes out: to the trash, or, of a series, the occurrences meant. Refuses as moving does. */
export async function removeEntry(ctx: Ctx, given: Removal): Promise<null> {
  return inOne(ctx, async (tx) => {
    const { held, instance, which } = await placeOf(tx, given)
    const { id, version, values } = held
    if (instance === null && values.series !== null && values.series !== undefined) await change(tx, 'activity', id, { version, values: { state: 'cancelled' } })
    else if (instance === null || which === 'all' || (which === 'following' && instance === held.start)) await remove(tx, 'activity', id, { version })
    else if (which === 'this') await createException(tx, held, { instance, start: instance, end: endOf(timedOf(held), instance), state: 'cancelled' })
    else {
      await change(tx, 'activity', id, { version, values: { recurrence: endedBefore(held.series!.recurrence, instance) } })
      succeeded(await removeMany(asProgram(tx), 'activity', (await exceptionsFrom(tx, id, instance)).map((one) => ({ id: one.id }))))
    }
    return null
  })
}

const inOne = <T>(ctx: Ctx, work: (tx: Ctx) => Promise<T>): Promise<T> => ctx.db.transaction((db) => work({ ...ctx, db }))
const utc = (moment: string): string => new Date(moment).toISOString()

function succeeded(outcomes: readonly Outcome[]): void {
  for (const outcome of outcomes) if (isRefused(outcome)) throw outcome.refused
}

/** What is meant: an entry or an occurrence of a series, and when it stands now. */
interface Place {
  held: Held
  instance: string | null
  from: string
  until: string
  which: 'this' | 'following' | 'all'
}

/** From an occurrence that was changed by itself one reaches the whole series too. */
async function placeOf(ctx: Ctx, { activity, instance, which = 'this', version }: Pick<Move, 'activity' | 'instance' | 'which' | 'version'>): Promise<Place> {
  const held = await hold(ctx, activity, version)
  const { series, instance: own } = held.values as { series?: string | null; instance?: string | null }
  if (held.series !== null) {
    if (instance === undefined && which !== 'all') refuse('calendar.instance_missing', refusals.instanceMissing, { field: 'instance' })
    const at = instance === undefined ? held.start : utc(instance)
    if (!occursAt(held.series, at)) refuse('calendar.no_such_instance', refusals.noSuchInstance, { field: 'instance' })
    return { held, instance: at, from: at, until: endOf(timedOf(held), at), which }
  }
  const [from, until] = [held.start, held.end]
  if (instance !== undefined && (own == null || utc(instance) !== own)) refuse('calendar.no_such_instance', refusals.noSuchInstance, { field: 'instance' })
  if (which === 'this') return { held, instance: null, from, until, which }
  if (series == null || own == null) return refuse('calendar.not_recurring', refusals.notRecurring, { field: 'which' })
  const whole = await hold(ctx, series)
  if (whole.series === null) return refuse('calendar.not_recurring', refusals.notRecurring, { field: 'which' })
  return { held: whole, instance: own, from, until, which }
}

/** Refuses as the gate does: 404 what is not there or not seen, 403 what may not be changed, 409 with both sides what somebody else changed. */
async function hold(ctx: Ctx, id: string, seen?: number): Promise<Held> {
  const place = await holdActivity(ctx, id)
  const layout = layoutOf(ctx.registry, 'activity')
  const current = (await readCurrent(ctx, layout, [id])).get(id)
  if (place === null || current === undefined || !current.may.read || current.deletedAt !== null) return refuse('not_found', refusals.notFound, { status: 404 })
  if (!current.may.change || !mayVerb(ctx, 'activity', 'change')) refuse('not_allowed', refusals.mayNotMove, { status: 403 })
  if (seen !== undefined && seen !== current.version) throw await stale(startWriting(ctx, 'activity', 'change'), { id, seen, before: current, given: {} })
  const { start, end, recurrence } = current.values as { start: string | null; end: string | null; recurrence: string | null }
  if (start === null) return refuse('calendar.no_time', refusals.noTime)
  return { ...current, zone: place.zone, start, end: end ?? start, series: recurrence === null ? null : { recurrence, start, zone: place.zone } }
}

interface Target {
  start: string
  end: string
  person?: string | undefined
  allDay?: boolean | undefined
}
const alsoSet = ({ person, allDay }: Target): Values => ({ ...(person === undefined ? {} : { owner: person }), ...(allDay === undefined ? {} : { allDay }) })

async function moveAlone(ctx: Ctx, held: Held, to: Target): Promise<Written> {
  const { series, instance } = held.values as { series?: string | null; instance?: string | null }
  if (series != null && instance != null) await refuseTaken(ctx, await seriesOf(ctx, series), { instance, start: to.start, id: held.id })
  return written(await change(ctx, 'activity', held.id, { version: held.version, values: { start: to.start, end: to.end, ...alsoSet(to) } }))
}

const written = ({ id, version }: { id: string; version: number }): Written => ({ id, version })

/** Whoever moves one occurrence need not see the others. */
async function seriesOf(ctx: Ctx, id: string): Promise<{ id: string; series: Series | null }> {
  const { series } = await hold(asProgram(ctx), id)
  return { id, series }
}

/** Two occurrences of one series at the same moment could not be told apart, by people or by other calendars. */
async function refuseTaken(ctx: Ctx, { id: series, series: rule }: { id: string; series: Series | null }, { instance, start, id }: { instance: string; start: string; id?: string }): Promise<void> {
  const exceptions = await exceptionsFrom(ctx, series, null)
  if (id === undefined && exceptions.some((one) => one.instance === instance)) refuse('calendar.instance_changed', refusals.instanceChanged, { status: 409, field: 'instance' })
  const byOther = exceptions.some((one) => one.id !== id && one.start === start && one.state !== 'cancelled')
  const byRule = rule !== null && start !== instance && occursAt(rule, start) && !exceptions.some((one) => one.instance === start)
  if (byOther || byRule) refuse('calendar.instance_taken', refusals.instanceTaken, { field: 'start' })
}

async function moveThis(ctx: Ctx, held: Held, { instance, ...to }: Target & { instance: string }): Promise<Written> {
  await refuseTaken(ctx, held, { instance, start: to.start })
  return createException(ctx, held, { instance, start: to.start, end: to.end, ...alsoSet(to) })
}

/** What is not copied: what follows from other fields, what belongs to the series, what was said of it, files that are the series' own. */
const ofTheSeries = new Set(['recurrence', 'repeatAfterDone', 'series', 'instance', 'files', 'outcome', 'outcomeNote', 'spent', 'waitsFor', 'previous'])

function copiedValues(ctx: Ctx, { values }: Held): Values {
  const fields = ctx.registry.object('activity').fields.filter((field) => field.readOnly !== true && field.formula === undefined && !ofTheSeries.has(field.name))
  return Object.fromEntries(['owner', ...fields.map(({ name }) => name)].map((name) => [name, values[name] ?? null]))
}

/**
 * The rest of the series' values come along whatever the caller sees of them: the customer of a meeting that an assistant moves stays its
 * customer. So the program writes it, in the caller's name, after the gate has said that he may change the series.
 */
async function createException(ctx: Ctx, held: Held, values: Values & { instance: string }): Promise<Written> {
  await refuseTaken(ctx, held, { instance: values.instance, start: values.instance })
  return createInName(ctx, { ...copiedValues(ctx, held), series: held.id, timeZone: held.zone, ...values })
}

const createInName = async (ctx: Ctx, values: Values): Promise<Written> =>
  written(await create(asProgram(ctx), 'activity', values, { asProgram: true, anyState: true }))

async function moveAll(ctx: Ctx, held: Held, { shift, to }: { shift: Shift; to: Target }): Promise<Written> {
  const start = shifted(held.start, shift)
  const recurrence = ruleAfter(held.series!.recurrence, shift)
  const moved = await change(ctx, 'activity', held.id, { version: held.version, values: { start, end: endAfter(start, shift), recurrence, ...alsoSet(to) } })
  await moveExceptions(ctx, await exceptionsFrom(ctx, held.id, null), { shift, values: alsoSet(to) })
  return written(moved)
}

function ruleAfter(recurrence: string, shift: Shift): string {
  const rule = shiftedRule(recurrence, shift.days)
  if (isRefusal(rule)) throw new RefusalError([rule])
  return shiftedEnd(rule, shift)
}

/** The old series ends before this occurrence; a new one goes on from it, with what had been changed in it since. */
async function moveFollowing(ctx: Ctx, held: Held, { instance, shift, to }: { instance: string; shift: Shift; to: Target }): Promise<Written> {
  const { recurrence } = held.series!
  const before = occurrencesBetween(held.series!, { from: held.start, until: instance, limit: 10_000 }).length
  const rest = ruleAfter(countLeft(recurrence, before), shift)
  const start = shifted(instance, shift)
  const next = await createInName(ctx, { ...copiedValues(ctx, held), timeZone: held.zone, recurrence: rest, start, end: endAfter(start, shift), ...alsoSet(to) })
  await carryInvitations(ctx, held.id, next.id)
  await moveExceptions(ctx, await exceptionsFrom(ctx, held.id, instance), { shift, values: { series: next.id, ...alsoSet(to) } })
  await change(ctx, 'activity', held.id, { version: held.version, values: { recurrence: endedBefore(recurrence, instance) } })
  await carryBookings(ctx, { from: held.id, to: next.id })
  return next
}

/** They stand for the occurrences of before, wherever these went, and go as far themselves; what was not moved by itself is as long as the rest. */
async function moveExceptions(ctx: Ctx, exceptions: readonly ExceptionRow[], { shift, values }: { shift: Shift; values: Values }): Promise<void> {
  const changes = exceptions.map(({ id, instance, start, end }) => {
    const moved = shifted(start, shift)
    return { id, values: { ...values, instance: shifted(instance, shift), start: moved, end: start === instance ? endAfter(moved, shift) : shifted(end, shift) } }
  })
  succeeded(await changeMany(asProgram(ctx), 'activity', changes))
}

const timedOf = ({ values, start, end, zone, series }: Held) => ({ start, end, zone, allDay: values.allDay === true, recurrence: series?.recurrence ?? null, exceptions: null })
