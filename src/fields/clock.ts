/** Moments and the local time of a time zone, both ways; times of day as people type them. */
import { dayOf, isDay } from './days.ts'

const quarter = 15 * 60_000
const offsets = new Map<string, number>()
const formats = new Map<string, Intl.DateTimeFormat>()

/** Local wall-clock time 'YYYY-MM-DDTHH:MM:SS' of a moment. */
export function localTime(instant: string, timeZone: string): string {
  const moment = Date.parse(instant)
  return new Date(moment + offsetAt(moment, timeZone)).toISOString().slice(0, 19)
}

/**
 * The moment of a local day and time. A time that the change to summer time leaves out moves forward by as much;
 * one that comes twice in autumn is the first. null beyond the years 0001–9999.
 */
export function momentOf(day: string, time: string, timeZone: string): string | null {
  const asUtc = Date.parse(`${day}T${time.length === 5 ? `${time}:00` : time}Z`)
  const before = offsetAt(asUtc - 24 * 3_600_000, timeZone)
  const guess = asUtc - before
  const real = offsetAt(guess, timeZone)
  const other = asUtc - real
  // In the gap neither offset leads back to the typed time; the one from before moves it forward.
  return moment(real === before || offsetAt(other, timeZone) !== real ? guess : other)
}

/** RFC 3339 with zone → 'YYYY-MM-DDTHH:MM:SS.mmmZ'; 'zone' when only the zone is missing, null when it is none or impossible. */
export function instantOf(text: string): string | 'zone' | null {
  const found = /^(\d{4}-\d{2}-\d{2})[Tt ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?\s?([Zz]|[+-]\d{2}:?\d{2})?$/.exec(text)
  if (found === null || !isDay(found[1]!)) return null
  const [, day, hours, minutes, seconds = '00', fraction = '0', zone] = found
  if (Number(hours) > 23 || Number(minutes) > 59 || Number(seconds) > 59) return null
  if (zone === undefined) return 'zone'
  const base = Date.parse(`${day}T${hours}:${minutes}:${seconds}.${fraction.padEnd(3, '0').slice(0, 3)}Z`)
  if (/^z$/i.test(zone)) return moment(base)
  const [zoneHours, zoneMinutes] = [Number(zone.slice(1, 3)), Number(zone.slice(-2))]
  if (zoneHours > 23 || zoneMinutes > 59) return null
  return moment(base - (zone.startsWith('-') ? -1 : 1) * (zoneHours * 60 + zoneMinutes) * 60_000)
}

/** '9', '9:30', '9.30', '0930', '9:30 pm', '14:05:59' → 'HH:MM', or null. */
export function readTime(typed: string): string | null {
  const found = /^(\d{1,2})(?:[:.h ]?(\d{2}))?(?::(\d{2})(?:[.,]\d+)?)?\s?(am|pm|a\.m\.|p\.m\.)?$/i.exec(typed.trim().replace(/^(o|godz\.?|at)\s+/i, ''))
  if (found === null) return null
  let hours = Number(found[1])
  const half = found[4]?.[0]?.toLowerCase()
  if (half !== undefined) {
    if (hours < 1 || hours > 12) return null
    hours = (hours % 12) + (half === 'p' ? 12 : 0)
  }
  const [minutes, seconds] = [Number(found[2] ?? 0), Number(found[3] ?? 0)]
  if (hours > 23 || minutes > 59 || seconds > 59) return null
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`
}

function moment(time: number): string | null {
  const date = new Date(time)
  if (Number.isNaN(time) || dayOf(date.getUTCFullYear(), 1, 1) === null) return null
  return date.toISOString()
}

// Zones change their offset only at whole quarters, so a few thousand answers serve an export of any length.
function offsetAt(time: number, timeZone: string): number {
  const bucket = Math.floor(time / quarter)
  const key = `${timeZone} ${bucket}`
  let offset = offsets.get(key)
  if (offset === undefined) {
    if (offsets.size > 20_000) offsets.clear()
    offset = measuredOffset(bucket * quarter, timeZone)
    offsets.set(key, offset)
  }
  return offset
}

function measuredOffset(time: number, timeZone: string): number {
  let format = formats.get(timeZone)
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-US', { timeZone, hourCycle: 'h23', era: 'short', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric' })
    formats.set(timeZone, format)
  }
  const parts = Object.fromEntries(format.formatToParts(time).map((part) => [part.type, part.value]))
  const local = new Date(0)
  local.setUTCFullYear(parts['era'] === 'BC' ? 1 - Number(parts['year']) : Number(parts['year']), Number(parts['month']) - 1, Number(parts['day']))
  local.setUTCHours(Number(parts['hour']), Number(parts['minute']), Number(parts['second']))
  return local.getTime() - time
}

/** A name of the IANA time zone database that this program's calendar knows. */
export function isTimeZone(zone: string): boolean {
  // Offsets such as '+01:00' are taken by Intl too, but they know no summer time.
  if (!/^[A-Za-z]/.test(zone)) return false
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return true
  } catch {
    return false
  }
}
