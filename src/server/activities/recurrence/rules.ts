/** When something recurs: computed from the rule, its first moment and the zone whose clock it keeps. */
import { RRuleTemporal } from 'rrule-temporal'
import { Temporal } from 'temporal-polyfill'
import { isRefusal, refusal, type Refusal } from '../../../contract/refusal.ts'
import { mostOccurrences, readRecurrence, writeRecurrence, type Recurrence } from './contract.ts'
import { faults } from './texts.ts'

/** What recurs: the rule as text, its first moment (RFC 3339), and the zone in whose local time it stays when the clocks change. */
export interface Series {
  recurrence: string
  start: string
  zone: string
}

export interface Span {
  from: string
  until: string
  /** At most so many; 1,000 when left out. */
  limit?: number
}

/** Why this rule cannot be kept, in words, at the field 'recurrence'; null when it can. */
export function whyNotRecurrence(series: Series): Refusal | null {
  const rule = readRecurrence(series.recurrence)
  if (isRefusal(rule)) return rule
  if (rule.until !== null && untilMs(rule.until, series.zone) < Date.parse(series.start)) return refusal('recurrence.ends_before', faults.endsBefore, { field: 'recurrence' })
  if (firstByRule(series, rule) === null) return refusal('recurrence.never', faults.never, { field: 'recurrence' })
  const isReached = rule.count === null || expansionOf(series)!.all!.length === rule.count
  return isReached ? null : refusal('recurrence.bad_value', faults.badValue, { field: 'recurrence', values: { part: 'COUNT', value: rule.count! } })
}

/**
 * Moments in [from, until) at which it begins, the earliest first. The first moment itself is one of them, whether the rule names it or not.
 * Days that a month lacks are passed over, as RFC 5545 has it: 29 February recurs in leap years.
 */
export function occurrencesBetween(series: Series, { from, until, limit = mostOccurrences }: Span): string[] {
  const expanded = expansionOf(series)
  const first = Math.max(Date.parse(from), Date.parse(series.start))
  const beyond = Math.min(Date.parse(until), first + farthestMs)
  if (expanded === null || beyond <= first) return []
  const found = expanded.all?.filter((moment) => moment >= first && moment < beyond) ?? stepwise(expanded.rule, { first, beyond, limit })
  return found.slice(0, limit).map(asText)
}

const yearMs = 366 * 24 * 3_600_000
/** Nobody looks further in one question; a window of ten thousand years must not hold the house up. */
const farthestMs = 200 * yearMs
const stretchMs = 3 * yearMs

/** A few years at a time, until there are enough: a daily rule in a window of a century is not expanded whole. */
function stepwise(rule: RRuleTemporal, { first, beyond, limit }: { first: number; beyond: number; limit: number }): number[] {
  const found: number[] = []
  for (let at = first; at < beyond && found.length < limit; at += stretchMs) {
    const end = Math.min(at + stretchMs, beyond)
    const some = bounded(() => rule.between(new Date(at), new Date(end), true)) ?? []
    found.push(...some.map(({ epochMilliseconds }) => epochMilliseconds).filter((moment) => moment >= at && moment < end))
  }
  return found
}

/** The first occurrence after a moment; null when there is none any more. */
export function nextAfter(series: Series, moment: string): string | null {
  const expanded = expansionOf(series)
  if (expanded === null) return null
  const after = Date.parse(moment)
  const next = expanded.all === null ? bounded(() => expanded.rule.next(new Date(after))?.epochMilliseconds ?? null) : (expanded.all.find((each) => each > after) ?? null)
  return next === null ? null : asText(next)
}

/** Does it begin at this moment? */
export const occursAt = (series: Series, moment: string): boolean => {
  const at = Date.parse(moment)
  return occurrencesBetween(series, { from: moment, until: asText(at + 1), limit: 1 }).length === 1
}

/** When it begins for the last time; null when it never ends. */
export function lastOccurrence(series: Series): string | null {
  const expanded = expansionOf(series)
  if (expanded === null) return null
  if (expanded.all !== null) return asText(expanded.all.at(-1) ?? Date.parse(series.start))
  const { until } = expanded.read
  if (until === null) return null
  const end = untilMs(until, series.zone)
  return asText(bounded(() => expanded.rule.previous(new Date(end + 1))?.epochMilliseconds ?? null) ?? Date.parse(series.start))
}

/** The rule up to, and without, a moment: what is left of a series when the rest of it becomes another. */
export function endedBefore(recurrence: string, moment: string): string {
  const rule = readRecurrence(recurrence)
  if (isRefusal(rule)) return recurrence
  const until = new Date(Date.parse(moment) - 1_000).toISOString().replaceAll(/[-:]|\.\d+/g, '')
  return writeRecurrence({ ...rule, count: null, until })
}

interface Expansion {
  read: Recurrence
  rule: RRuleTemporal
  /** All moments, where they are counted: finding one needs all before it. */
  all: readonly number[] | null
}

const mostKept = 2_000
const kept = new Map<string, Expansion | null>()

function expansionOf(series: Series): Expansion | null {
  const key = `${series.recurrence} ${series.start} ${series.zone}`
  const known = kept.get(key)
  if (known !== undefined) return known
  const made = expand(series)
  if (kept.size >= mostKept) kept.delete(kept.keys().next().value!)
  kept.set(key, made)
  return made
}

/** Null for a text that is no rule: what was kept before such a thing was refused must not break a calendar. */
function expand(series: Series): Expansion | null {
  const read = readRecurrence(series.recurrence)
  if (isRefusal(read)) return null
  const rule = ruleOf(series, read)
  const all = read.count === null ? null : (bounded(() => rule.all().map(({ epochMilliseconds }) => epochMilliseconds)) ?? [])
  return { read, rule, all }
}

/** Steps after which the search is given up. A rule that finds nothing for so long finds nothing, and whoever writes one waits half a second for the answer. */
const mostSteps = 3_000
const mostStepsToFirst = 400

const ruleOf = ({ start, zone }: Series, read: Recurrence, { includeDtstart = true, maxIterations = mostSteps } = {}): RRuleTemporal =>
  new RRuleTemporal({ rruleString: writeRecurrence(read), dtstart: Temporal.Instant.from(start).toZonedDateTimeISO(zone), includeDtstart, cache: false, maxIterations })

function firstByRule(series: Series, read: Recurrence): number | null {
  const rule = ruleOf(series, read, { includeDtstart: false, maxIterations: mostStepsToFirst })
  return bounded(() => rule.next(new Date(Date.parse(series.start) - 1))?.epochMilliseconds ?? null)
}

function bounded<T>(search: () => T): T | null {
  try {
    return search()
  } catch (error) {
    if (error instanceof Error && /maximum|exceeded/i.test(error.message)) return null
    throw error
  }
}

/** The last moment that UNTIL allows; a day counts to its end in the zone of the series. */
function untilMs(until: string, zone: string): number {
  const [, year, month, day, time] = /^(\d{4})(\d\d)(\d\d)(?:T(\d{6})Z)?$/.exec(until)!
  if (time !== undefined) return Date.parse(`${year}-${month}-${day}T${time.slice(0, 2)}:${time.slice(2, 4)}:${time.slice(4)}Z`)
  return Temporal.PlainDate.from(`${year}-${month}-${day}`).add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds - 1
}

const asText = (moment: number): string => new Date(moment).toISOString()
