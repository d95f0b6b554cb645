/** Telephone numbers: any way of writing → E.164, and back as people read them. */
import type { Refusal } from '../../contract/refusal.ts'
import { isRefused, oneLine } from '../characters.ts'
import { no } from '../refusals.ts'
import { plansNow } from './plans.ts'

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
  const parsed = /^[+(]?[\d\s\u00a0\u202f().\-–/+]+$/.test(digits) ? parse(withoutTrunkZero(digits)) : undefined
  if (parsed === undefined) return /^\+?[\d\s().-]+$/.test(digits) && /\d/.test(digits) ? no('phone.length', { value: text }) : no('phone.form', { value: text })
  if (!parsed.isOfRightLength) return no('phone.length', { value: text })
  return extension === undefined ? { number: parsed.number } : { number: parsed.number, extension }
}

interface Parsed {
  number: string
  isOfRightLength: boolean
}

function parse(text: string): Parsed | undefined {
  const plans = plansNow()
  if (plans === null) return parseAlone(text)
  const parsed = plans.parse(text, { defaultCountry: homeCountry, extract: false })
  return parsed && { number: parsed.number, isOfRightLength: parsed.countryCallingCode === '48' ? parsed.nationalNumber.length === 9 : parsed.isPossible() }
}

/** Before the plans are there: Polish numbers are known by their nine digits, others taken as they are; the server looks again. */
function parseAlone(text: string): Parsed {
  const digits = text.replace(/\D/g, '').replace(/^00/, '')
  const isAbroad = /^\s*(?:\+|00)/.test(text)
  const number = isAbroad ? `+${digits}` : `+48${digits}`
  return { number, isOfRightLength: number.startsWith('+48') ? number.length === 12 : number.length >= 8 && number.length <= 16 }
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
    text = formatted(number)
    if (plansNow() === null) return text
    if (shown.size > 50_000) shown.clear()
    shown.set(number, text)
  }
  return text
}

const formatted = (number: string): string => plansNow()?.parse(number)?.formatInternational() ?? number

const threeByThree: readonly number[] = [3, 6, 9, 12]

/** Where the groups of a Polish number begin and end; null for one that is not shown in groups. */
function groupsOf(number: string): readonly number[] | null {
  const start = number.slice(3, 7)
  let ends = grouped.get(start)
  if (ends === undefined) {
    if (plansNow() === null) return threeByThree
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
