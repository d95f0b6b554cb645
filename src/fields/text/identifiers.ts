/**
 * Numbers by which registers know a company. Kept in one form, whatever form they are typed in; check digits are computed.
 * NIP: art. 2 of the act on registration of taxpayers; REGON and KRS: GUS, Ministry of Justice. EU VAT numbers: vat.ts.
 */
import type { Refusal } from '../../contract/refusal.ts'
import { no } from '../refusals.ts'
import { nipCheckDigitIsRight, weighted } from './check-digits.ts'
import { acceptVat, showVat } from './vat.ts'

export interface Identifier {
  accept(text: string): string | Refusal
  show(value: string): string
  /** In the one form it is kept in: the search box knows numbers in whatever form they are typed. */
  searchTexts(value: string): string[]
  description: string
}

export const patterns: Readonly<Record<'nip' | 'regon' | 'krs' | 'vat', Identifier>> = {
  nip: {
    accept: acceptNip,
    show: (nip) => `${nip.slice(0, 3)}-${nip.slice(3, 6)}-${nip.slice(6, 8)}-${nip.slice(8)}`,
    searchTexts: (nip) => [nip],
    description: 'Polish tax number (NIP): 10 digits with a check digit, in any form',
  },
  regon: { accept: acceptRegon, show: asKept, searchTexts: (regon) => [regon], description: 'Polish statistical number (REGON): 9 or 14 digits with a check digit' },
  krs: { accept: acceptKrs, show: asKept, searchTexts: (krs) => [krs], description: 'Number in the Polish National Court Register (KRS): 10 digits' },
  vat: { accept: acceptVat, show: showVat, searchTexts: (vat) => [vat], description: 'VAT number with its country prefix (EU, XI, GB, CH, NO)' },
}

function acceptNip(text: string): string | Refusal {
  const value = compact(text.replace(/^NIP\b[:.\s]*/i, ''))
  const prefix = /^([A-Z]{2})(?=[A-Z]{0,3}\d)/.exec(value)?.[1]
  if (prefix !== undefined && prefix !== 'PL') return no('nip.foreign', { value, prefix })
  const digits = value.replace(/^PL/, '')
  if (!/^\d+$/.test(digits)) return no('nip.form', { value: text })
  if (digits.length !== 10) return no('nip.length', { value: text, count: digits.length })
  return nipCheckDigitIsRight(digits) ? digits : no('nip.check_digit', { value: patterns.nip.show(digits) })
}

function acceptRegon(text: string): string | Refusal {
  const typed = compact(text.replace(/^REGON\b[:.\s]*/i, ''))
  if (!/^\d+$/.test(typed)) return no('regon.form', { value: text })
  // Spreadsheets lose zeros at the front; old seven-digit numbers were given two. The check digit tells whether that is right.
  const digits = typed.length >= 7 && typed.length < 9 ? typed.padStart(9, '0') : typed.length >= 12 ? typed.padStart(14, '0') : typed
  if (digits.length !== 9 && digits.length !== 14) return no('regon.length', { value: text, count: typed.length })
  const short = /[1-9]/.test(digits) && (weighted(digits, [8, 9, 2, 3, 4, 5, 6, 7]) % 11) % 10 === Number(digits[8])
  const long = digits.length === 9 || (weighted(digits, [2, 4, 8, 5, 0, 9, 7, 3, 6, 1, 2, 4, 8]) % 11) % 10 === Number(digits[13])
  return short && long ? digits : no('regon.check_digit', { value: digits })
}

function acceptKrs(text: string): string | Refusal {
  const digits = compact(text.replace(/^KRS\b[:.\s]*/i, ''))
  if (!/^\d{1,10}$/.test(digits) || /^0+$/.test(digits) || digits.length < 4) return no('krs.form', { value: text })
  return digits.padStart(10, '0')
}

function compact(text: string): string {
  return text.toUpperCase().replace(/[\s\u00a0\u202f.\-–/]/g, '')
}

function asKept(value: string): string {
  return value
}
