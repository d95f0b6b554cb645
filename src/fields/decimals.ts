/** Decimal numbers as text: exact, in one canonical form, never through floating point. */
import type { Refusal } from '../contract/refusal.ts'
import type { Language } from '../contract/text.ts'
import { plainSpaces } from './characters.ts'
import type { Cell } from './field.ts'
import { localeOf } from './locales.ts'
import { no, wrongKind } from './refusals.ts'

/** '007.50' → '7.5', '-0.00' → '0'. Takes digits with an optional minus and point. */
export function plain(text: string): string {
  const negative = text.startsWith('-')
  const [whole = '', fraction = ''] = (negative ? text.slice(1) : text).split('.')
  const head = whole.replace(/^0+(?=\d)/, '') || '0'
  const tail = fraction.replace(/0+$/, '')
  const digits = tail === '' ? head : `${head}.${tail}`
  return negative && digits !== '0' ? `-${digits}` : digits
}

const minorUnits = new Map<string, number>()

/** How many digits after the point the currency's amounts have: PLN 2, JPY 0. */
export function minorUnitsOf(currency: string): number {
  let digits = minorUnits.get(currency)
  if (digits === undefined) {
    digits = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
    minorUnits.set(currency, digits)
  }
  return digits
}

/** An amount with at least its currency's digits after the point: '1234.5' PLN → '1234.50'; finer prices keep theirs. */
export function withMinorUnits(amount: string, currency: string): string {
  const [whole, fraction = ''] = plain(amount).split('.') as [string, string?]
  const padded = fraction.padEnd(minorUnitsOf(currency), '0')
  return padded === '' ? whole : `${whole}.${padded}`
}

/** The most a numeric column is used for: 20 digits before the point, 10 after. */
export const maxWholeDigits = 20
export const maxDecimals = 10

export interface DecimalLimits {
  decimals?: number | undefined
  min?: number | undefined
  max?: number | undefined
}

/** A JSON number or a decimal string ('-12.50'; no exponent, no plus, no spaces) as a canonical decimal within the limits. */
export function acceptDecimal(json: unknown, limits: DecimalLimits): string | null | Refusal {
  if (json === null || json === undefined || json === '') return null
  if (typeof json === 'number') {
    if (!Number.isFinite(json)) return wrongKind('number')
    if (Math.abs(json) > Number.MAX_SAFE_INTEGER) return no('number.imprecise', { value: String(json) })
    return withinLimits(expanded(String(json)), limits)
  }
  if (typeof json !== 'string') return wrongKind('number')
  if (json.length > 100 || !/^-?\d+(\.\d+)?$/.test(json)) return no('number.form', { value: json, example: '1234.5' })
  return withinLimits(json, limits)
}

export function withinLimits(text: string, limits: DecimalLimits): string | Refusal {
  const value = plain(text)
  const [whole, fraction = ''] = value.replace('-', '').split('.') as [string, string?]
  if (whole.length > maxWholeDigits) return no('number.too_large', { value, count: whole.length, max: maxWholeDigits })
  const decimals = Math.min(limits.decimals ?? maxDecimals, maxDecimals)
  if (fraction.length > decimals) return decimals === 0 ? no('number.whole', { value }) : no('number.decimals', { value, count: fraction.length, max: decimals })
  if (limits.min !== undefined && compareDecimals(value, expanded(String(limits.min))) < 0) return no('number.min', { value, min: String(limits.min) })
  if (limits.max !== undefined && compareDecimals(value, expanded(String(limits.max))) > 0) return no('number.max', { value, max: String(limits.max) })
  return value
}

/** Of a field's own limits: the least above the most leaves no number at all. */
export function limitFaults({ min, max }: DecimalLimits): Refusal[] {
  const crossed = min !== undefined && max !== undefined && min > max
  return crossed ? [{ ...no('number.limits', { min: String(min), max: String(max) }), field: 'min' }] : []
}

/** Like a comparison function of sort: exact at any length. Takes canonical decimals. */
export function compareDecimals(a: string, b: string): number {
  const negative = a.startsWith('-')
  if (negative !== b.startsWith('-')) return negative ? -1 : 1
  const [one, two] = negative ? [b.slice(1), a.slice(1)] : [a, b]
  const [wholeOne, fractionOne = ''] = one.split('.') as [string, string?]
  const [wholeTwo, fractionTwo = ''] = two.split('.') as [string, string?]
  if (wholeOne.length !== wholeTwo.length) return wholeOne.length - wholeTwo.length
  const [left, right] = [wholeOne + fractionOne, wholeTwo + fractionTwo]
  return left === right ? 0 : left < right ? -1 : 1
}

/** '1e-7' → '0.0000001': a number with an exponent, as JavaScript writes small ones, without it. */
function expanded(text: string): string {
  const [mantissa = '', exponent] = text.split('e')
  if (exponent === undefined) return text
  const negative = mantissa.startsWith('-')
  const [whole = '', fraction = ''] = mantissa.replace('-', '').split('.')
  const point = whole.length + Number(exponent)
  const padded = `${'0'.repeat(Math.max(0, 1 - point))}${whole}${fraction}`.padEnd(point, '0')
  const place = Math.max(1, point)
  const digits = place < padded.length ? `${padded.slice(0, place)}.${padded.slice(place)}` : padded
  return negative ? `-${digits}` : digits
}

/**
 * A number as people and programs write it → a decimal with a point, or null when it is none.
 * The last of comma and point that stands alone is the decimal one; the other, spaces and apostrophes group by threes.
 * '1,234' alone depends on the language: a decimal in Polish, a thousand in English. '(12)' and '12-' are minus.
 */
export function readDecimal(typed: string, language: Language): string | null {
  let text = plainSpaces(typed).replace(/[−–]/g, '-')
  if (text.length > 100) return null
  const negative = /^-|-$|^\(.*\)$/.test(text)
  text = text.replace(/^[+-]\s*|\s*-$/, '').replace(/^\((.*)\)$/, '$1').trim()
  const decimal = decimalSign(text, language)
  const place = decimal === null ? -1 : text.lastIndexOf(decimal)
  const whole = place < 0 ? text : text.slice(0, place)
  const fraction = place < 0 ? '' : text.slice(place + 1)
  const digits = ungrouped(whole === '' && fraction !== '' ? '0' : whole)
  if (digits === null || !/^\d*$/.test(fraction)) return null
  return plain(`${negative ? '-' : ''}${digits}${fraction === '' ? '' : `.${fraction}`}`)
}

function decimalSign(text: string, language: Language): ',' | '.' | null {
  const commas = text.split(',').length - 1
  const points = text.split('.').length - 1
  if (commas > 0 && points > 0) return text.lastIndexOf(',') > text.lastIndexOf('.') ? (commas === 1 ? ',' : null) : points === 1 ? '.' : null
  if (commas === 1) return language === 'en' && /^\d{1,3},\d{3}$/.test(text) ? null : ','
  return points === 1 ? '.' : null
}

const groupings = [/^\d{1,3}( \d{3})+$/, /^\d{1,3}(\.\d{3})+$/, /^\d{1,3}(,\d{3})+$/, /^\d{1,3}(['’]\d{3})+$/]

function ungrouped(whole: string): string | null {
  if (/^\d+$/.test(whole)) return whole
  return groupings.some((grouping) => grouping.test(whole)) ? whole.replace(/\D/g, '') : null
}

/** A canonical decimal as people read it in their language, grouped by threes with spaces that do not break. */
export function showDecimal(value: string, language: Language, decimals = 0): string {
  return decimalFormat(language, decimals).format(value as `${number}`)
}

const decimalFormats = new Map<string, Intl.NumberFormat>()

function decimalFormat(language: Language, decimals: number): Intl.NumberFormat {
  const key = `${language} ${decimals}`
  let format = decimalFormats.get(key)
  if (format === undefined) {
    format = new Intl.NumberFormat(localeOf[language], { useGrouping: 'always', minimumFractionDigits: decimals, maximumFractionDigits: maxDecimals } as Intl.NumberFormatOptions)
    decimalFormats.set(key, format)
  }
  return format
}

/** A spreadsheet keeps 15 digits of a number: longer ones go there as text, so that none is lost. */
export const numberCell = (value: string, format?: string): Cell =>
  value.replace(/\D/g, '').length > 15 ? { kind: 'text', value } : { kind: 'number', value: Number(value), ...(format === undefined ? {} : { format }) }

/** The decimal point moved: shifted('12.5', -2) is '0.125'. Exact. */
export function shifted(value: string, places: number): string {
  return plain(expanded(`${value}e${places}`))
}
