/** Telephone numbers: any way of writing → E.164, and back as people read them. */
import { parsePhoneNumberFromString } from 'libphonenumber-js/min'
import type { Refusal } from '../../contract/refusal.ts'
import { isRefused, oneLine } from '../characters.ts'
import { no } from '../refusals.ts'

/** Numbers without a country's code are Polish. */
const homeCountry = 'PL'

export interface PhoneNumber {
  number: string
  extension?: string
}

/** '601-234-567', '(22) 123 45 67 wew. 12', '0048…', 'tel. +49 30 …' → E.164 and the extension, or why not. null for empty. */
export function readNumber(json: unknown): PhoneNumber | null | Refusal {
  const text = oneLine(json, 100)
  if (isRefused(text)) return text
  if (text === '') return null
  const bare = text.replace(/^(tel|telefon|phone|mobile|mob|kom|komórka|fax|faks)\b[.:]*\s*/i, '').replace(/^tel:/i, '')
  const [, digits = bare, extension] = /^(.*?\d.*?)[\s,;]*(?:wewn?(?:ętrzny)?|w|ext(?:ension)?|x|#)\.?\s*(\d{1,8})$/i.exec(bare) ?? []
  const parsed = /^[+(]?[\d\s\u00a0\u202f().\-–/+]+$/.test(digits) ? parsePhoneNumberFromString(withoutTrunkZero(digits), { defaultCountry: homeCountry, extract: false }) : undefined
  if (parsed === undefined) return /^\+?[\d\s().-]+$/.test(digits) && /\d/.test(digits) ? no('phone.length', { value: text }) : no('phone.form', { value: text })
  const rightLength = parsed.countryCallingCode === '48' ? parsed.nationalNumber.length === 9 : parsed.isPossible()
  if (!rightLength) return no('phone.length', { value: text })
  return extension === undefined ? { number: parsed.number } : { number: parsed.number, extension }
}

/** Polish numbers by their first four digits, which alone say how the nine are grouped: lists and files show them by the million. */
const grouped = new Map<string, readonly number[] | null>()
const polish = /^\+48\d{9}$/
const shown = new Map<string, string>()

/** +48 601 234 567 */
export function showNumber(number: string): string {
  const ends = polish.test(number) ? groupsOf(number) : null
  if (ends !== null) {
    let text = '+48'
    for (let at = 1; at < ends.length; at++) text += ` ${number.slice(ends[at - 1], ends[at])}`
    return text
  }
  let text = shown.get(number)
  if (text === undefined) {
    if (shown.size > 50_000) shown.clear()
    text = formatted(number)
    shown.set(number, text)
  }
  return text
}

const formatted = (number: string): string => parsePhoneNumberFromString(number)?.formatInternational() ?? number

/** Where the groups of a Polish number begin and end; null for one that is not shown in groups. */
function groupsOf(number: string): readonly number[] | null {
  const start = number.slice(3, 7)
  let ends = grouped.get(start)
  if (ends === undefined) {
    const [, ...groups] = formatted(number).split(' ')
    let end = 3
    ends = groups.join('') === number.slice(3) ? [end, ...groups.map(({ length }) => (end += length))] : null
    grouped.set(start, ends)
  }
  return ends
}

// Until 2007 Polish numbers were dialled with a zero before the area code; old address books still have it.
function withoutTrunkZero(text: string): string {
  const digits = text.replace(/\D/g, '')
  if (text.trim().startsWith('+') || digits.length !== 10 || !digits.startsWith('0') || digits.startsWith('00')) return text
  return digits.slice(1)
}
