/**
 * VAT numbers of the European Union, Northern Ireland (XI), Great Britain, Switzerland and Norway.
 * Forms: the Commission's list of VIES (Annex of Regulation 904/2010, FAQ 11). Check digits where the country publishes
 * them plainly; the others (CY, ES, LT, LV, and letters in new French numbers) are checked by form only: VIES knows the rest.
 */
import type { Refusal } from '../../contract/refusal.ts'
import { no, noWith } from '../refusals.ts'
import { nipCheckDigitIsRight, weighted as sum } from './check-digits.ts'

interface VatForm {
  form: RegExp
  /** What the form is, in words and an example. */
  pl: string
  en: string
  check?(number: string): boolean
}

const digits = (count: string, example: string) => ({ pl: `${count} cyfr, np. ${example}`, en: `${count} digits, such as ${example}` })
const last = (number: string): number => Number(number.at(-1))

function luhn(number: string): boolean {
  return [...number].reverse().reduce((total, digit, index) => total + (index % 2 === 0 ? Number(digit) : Number(digit) < 5 ? Number(digit) * 2 : Number(digit) * 2 - 9), 0) % 10 === 0
}

/** ISO 7064, mod 11,10: Germany, Croatia. */
function mod1110(number: string): boolean {
  let product = 10
  for (const digit of number.slice(0, -1)) product = (((Number(digit) + product) % 10 || 10) * 2) % 11
  return (11 - product) % 10 === last(number)
}

/** Weights with modulus 11, where 10 and 11 become zero (or 10 is impossible). */
const mod11 = (weights: readonly number[]) => (number: string): boolean => {
  const rest = 11 - (sum(number, weights) % 11)
  return (rest >= 10 ? 0 : rest) === last(number)
}

function british(number: string): boolean {
  if (!/^\d{9}/.test(number)) return true
  const total = sum(number, [8, 7, 6, 5, 4, 3, 2]) + Number(number.slice(7, 9))
  return total % 97 === 0 || (total + 55) % 97 === 0
}

function dutch(number: string): boolean {
  const core = number.slice(0, 9)
  if (sum(core, [9, 8, 7, 6, 5, 4, 3, 2]) % 11 === last(core)) return true
  const letters = [...`NL${number}`].map((sign) => (/[A-Z]/.test(sign) ? String(sign.charCodeAt(0) - 55) : sign === '+' ? '36' : sign === '*' ? '37' : sign)).join('')
  return BigInt(letters) % 97n === 1n
}

function irish(number: string): boolean {
  if (!/^\d{7}[A-W]/.test(number)) return true
  const second = number[8]
  const total = sum(number, [8, 7, 6, 5, 4, 3, 2]) + (second === undefined || second === 'W' ? 0 : 9 * (second.charCodeAt(0) - 64))
  return 'WABCDEFGHIJKLMNOPQRSTUV'[total % 23] === number[7]
}

function bulgarian(number: string): boolean {
  if (number.length !== 9) return true
  const first = sum(number, [1, 2, 3, 4, 5, 6, 7, 8]) % 11
  return (first === 10 ? (sum(number, [3, 4, 5, 6, 7, 8, 9, 10]) % 11) % 10 : first) === last(number)
}

const czech = (number: string): boolean => number.length !== 8 || (11 - (sum(number, [8, 7, 6, 5, 4, 3, 2]) % 11)) % 10 === last(number)
const french = (number: string): boolean => !/^\d{11}$/.test(number) || Number((BigInt(number.slice(2)) * 100n + 12n) % 97n) === Number(number.slice(0, 2))
const austrian = (number: string): boolean => {
  const total = [...number.slice(1, 8)].reduce((all, digit, index) => all + (index % 2 === 0 ? Number(digit) : Math.floor(Number(digit) / 5) + ((Number(digit) * 2) % 10)), 0)
  return (10 - ((total + 4) % 10)) % 10 === last(number)
}

export const vatForms: Readonly<Record<string, VatForm>> = {
  AT: { form: /^U\d{8}$/, pl: 'U i 8 cyfr, np. ATU13585627', en: 'U and 8 digits, such as ATU13585627', check: austrian },
  BE: { form: /^[01]\d{9}$/, ...digits('10', 'BE0428759497'), check: (number) => 97 - (Number(number.slice(0, 8)) % 97) === Number(number.slice(8)) },
  BG: { form: /^\d{9,10}$/, ...digits('9–10', 'BG175074752'), check: bulgarian },
  CY: { form: /^\d{8}[A-Z]$/, pl: '8 cyfr i litera, np. CY10259033P', en: '8 digits and a letter, such as CY10259033P' },
  CZ: { form: /^\d{8,10}$/, ...digits('8–10', 'CZ25123891'), check: czech },
  DE: { form: /^[1-9]\d{8}$/, ...digits('9', 'DE136695976'), check: mod1110 },
  DK: { form: /^[1-9]\d{7}$/, ...digits('8', 'DK13585628'), check: (number) => sum(number, [2, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0 },
  EE: { form: /^\d{9}$/, ...digits('9', 'EE100931558'), check: (number) => sum(number, [3, 7, 1, 3, 7, 1, 3, 7, 1]) % 10 === 0 },
  EL: { form: /^\d{9}$/, ...digits('9', 'EL094259216'), check: (number) => (sum(number, [256, 128, 64, 32, 16, 8, 4, 2]) % 11) % 10 === last(number) },
  ES: { form: /^([A-Z]\d{7}[A-Z0-9]|\d{8}[A-Z])$/, pl: '9 znaków, z literą na początku lub końcu, np. ESB58378431', en: '9 characters with a letter first or last, such as ESB58378431' },
  FI: { form: /^\d{8}$/, ...digits('8', 'FI20774740'), check: (number) => sum(number, [7, 9, 10, 5, 8, 4, 2, 1]) % 11 === 0 },
  FR: { form: /^[A-HJ-NP-Z0-9]{2}\d{9}$/, pl: '2 znaki i 9 cyfr, np. FR40303265045', en: '2 characters and 9 digits, such as FR40303265045', check: french },
  HR: { form: /^\d{11}$/, ...digits('11', 'HR33392005961'), check: mod1110 },
  HU: { form: /^\d{8}$/, ...digits('8', 'HU12892312'), check: (number) => sum(number, [9, 7, 3, 1, 9, 7, 3, 1]) % 10 === 0 },
  IE: { form: /^(\d{7}[A-W][A-IW]?|\d[A-Z+*]\d{5}[A-W])$/, pl: '7 cyfr i 1–2 litery, np. IE6433435F', en: '7 digits and 1–2 letters, such as IE6433435F', check: irish },
  IT: { form: /^\d{11}$/, ...digits('11', 'IT00743110157'), check: luhn },
  LT: { form: /^(\d{9}|\d{12})$/, ...digits('9–12', 'LT119511515') },
  LU: { form: /^\d{8}$/, ...digits('8', 'LU15027442'), check: (number) => Number(number.slice(0, 6)) % 89 === Number(number.slice(6)) },
  LV: { form: /^\d{11}$/, ...digits('11', 'LV40003521600') },
  MT: { form: /^[1-9]\d{7}$/, ...digits('8', 'MT11679112'), check: (number) => (sum(number, [3, 4, 6, 7, 8, 9]) + Number(number.slice(6))) % 37 === 0 },
  NL: { form: /^[0-9A-Z+*]{9}B\d{2}$/, pl: '9 znaków, B i 2 cyfry, np. NL004495445B01', en: '9 characters, B and 2 digits, such as NL004495445B01', check: dutch },
  PL: { form: /^\d{10}$/, ...digits('10', 'PL1234563218'), check: nipCheckDigitIsRight },
  PT: { form: /^[1-9]\d{8}$/, ...digits('9', 'PT501964843'), check: mod11([9, 8, 7, 6, 5, 4, 3, 2]) },
  RO: { form: /^[1-9]\d{1,9}$/, ...digits('2–10', 'RO18547290'), check: (number) => ((sum(number.padStart(10, '0'), [7, 5, 3, 2, 1, 7, 5, 3, 2]) * 10) % 11) % 10 === last(number) },
  SE: { form: /^\d{10}01$/, pl: '12 cyfr zakończonych 01, np. SE123456789701', en: '12 digits ending in 01, such as SE123456789701', check: (number) => luhn(number.slice(0, 10)) },
  SI: { form: /^[1-9]\d{7}$/, ...digits('8', 'SI50223054'), check: mod11([8, 7, 6, 5, 4, 3, 2]) },
  SK: { form: /^[1-9]\d{9}$/, ...digits('10', 'SK2022749619'), check: (number) => Number(number) % 11 === 0 },
  XI: { form: /^(\d{9}|\d{12}|GD[0-4]\d{2}|HA[5-9]\d{2})$/, ...digits('9 lub 12', 'XI980780684'), en: '9 or 12 digits, such as XI980780684', check: british },
  GB: { form: /^(\d{9}|\d{12}|GD[0-4]\d{2}|HA[5-9]\d{2})$/, ...digits('9 lub 12', 'GB980780684'), en: '9 or 12 digits, such as GB980780684', check: british },
  CH: { form: /^E\d{9}$/, pl: 'CHE i 9 cyfr, np. CHE-107.787.577', en: 'CHE and 9 digits, such as CHE-107.787.577', check: (number) => mod11([5, 4, 3, 2, 7, 6, 5, 4])(number.slice(1)) },
  NO: { form: /^\d{9}$/, ...digits('9', 'NO995525828'), check: mod11([3, 2, 7, 6, 5, 4, 3, 2]) },
}

/** Any way of writing → prefix and number without spaces, Greece as EL, endings MVA (NO) and MWST/TVA/IVA (CH) left out. */
export function acceptVat(text: string): string | Refusal {
  let value = text.replace(/^(VAT(\s?(ID|UE|EU|NO))?|NIP|UID)\b[:.\s]*/i, '').toUpperCase().replace(/[\s\u00a0\u202f.\-–/]/g, '')
  if (/^\d{10}$/.test(value) && nipCheckDigitIsRight(value)) value = `PL${value}`
  const [prefix, number] = [value.slice(0, 2).replace('GR', 'EL'), withoutEnding(value.slice(2))]
  if (!/^[A-Z]{2}$/.test(prefix)) return no('vat.prefix', { value: text })
  const country = vatForms[prefix]
  if (country === undefined) return no('vat.country', { prefix })
  const padded = prefix === 'BE' && number.length === 9 ? `0${number}` : number
  const whole = `${prefix}${padded}`
  if (!country.form.test(padded)) return noWith('vat.form', { expected: country }, { value: whole, prefix })
  return country.check?.(padded) === false ? no('vat.check_digit', { value: whole }) : whole
}

const withoutEnding = (number: string): string => number.replace(/^(\d{9})MVA$/, '$1').replace(/^(E\d{9})(MWST|TVA|IVA)$/, '$1')

/** The Swiss number is read with its points; the others as they are kept. */
export function showVat(value: string): string {
  return value.startsWith('CHE') ? value.replace(/^CHE(\d{3})(\d{3})(\d{3})$/, 'CHE-$1.$2.$3') : value
}
