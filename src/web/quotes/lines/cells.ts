/** What is typed into a cell and what it then says. Pure: the same for typing, pasting and filling down. */
import { units } from '../../../contract/selling/choices.ts'
import { vatRates } from '../../../contract/selling/vat.ts'
import { compareDecimals, readDecimal, showDecimal } from '../../../fields/decimals.ts'
import { say, type Language } from '../../../contract/text.ts'
import type { LineRow, Row, SectionRow } from './rows.ts'

export type CellKey = 'code' | 'name' | 'quantity' | 'unit' | 'unitPrice' | 'discount' | 'vatRate' | 'unitCost'
export const cellKeys: readonly CellKey[] = ['code', 'name', 'quantity', 'unit', 'unitPrice', 'discount', 'vatRate', 'unitCost']

export type Change = Partial<LineRow> & Partial<Pick<SectionRow, 'title'>>

/** The change that the text means, or null where it means nothing there. */
export function readCell(row: Row, key: CellKey, typed: string, language: Language): Change | null {
  const text = typed.trim()
  if (row.is === 'section') return key === 'code' ? { title: typed.trim() } : key === 'discount' ? readDiscount(text, language) : null
  if (row.kind === 'text') return key === 'code' ? { name: typed.trim() } : null
  switch (key) {
    case 'code': return { code: text.slice(0, 80) }
    case 'name': return { name: text }
    case 'quantity': return readNumber(text, language, (quantity) => ({ quantity }))
    case 'unitPrice': return readNumber(withoutCurrency(text), language, (unitPrice) => ({ unitPrice }))
    case 'unitCost': return readNumber(withoutCurrency(text), language, (unitCost) => ({ unitCost }))
    case 'discount': return readDiscount(text, language)
    case 'unit': return readChoice(units, text, (unit) => ({ unit }))
    case 'vatRate': return readChoice(vatRates, text, (vatRate) => ({ vatRate }))
  }
}

function readNumber(text: string, language: Language, change: (value: string | null) => Change): Change | null {
  if (text === '') return change(null)
  const value = readDecimal(text, language)
  return value === null || tooLong(value) ? null : change(value)
}

/** More than fifteen digits before the point is a slip of the keyboard, and a sum of such has no place in the column. */
const tooLong = (value: string): boolean => value.replace('-', '').split('.')[0]!.length > 15

const withoutCurrency = (text: string): string => text.replace(/\s*(zł|PLN|EUR|€|USD|\$|GBP|£|[A-Z]{3})\s*$/i, '').replace(/^\s*(€|\$|£)\s*/, '')

/** '5' and '5%' are percent, '100 zł' is an amount; above 100 % there is nothing left to give. */
function readDiscount(text: string, language: Language): Change | null {
  if (text === '') return { discount: null, discountValue: null }
  const isAmount = withoutCurrency(text) !== text
  const value = readDecimal(isAmount ? withoutCurrency(text) : text.replace(/\s*%$/, ''), language)
  if (value === null || tooLong(value) || value.startsWith('-')) return null
  if (isAmount) return { discount: null, discountValue: value }
  return compareDecimals(value, '100') > 0 ? null : { discount: value, discountValue: null }
}

function readChoice(choices: typeof units, text: string, change: (value: string | null) => Change): Change | null {
  if (text === '') return change(null)
  const same = (one: string) => plain(one) === plain(text)
  const found = choices.find(({ value, label }) => same(value) || same(label.pl) || same(label.en))
  return found === undefined ? null : change(found.value)
}

/** 'szt' is 'szt.', '23' is '23%', 'zw' is 'zw. (zwolnione)'. */
const plain = (text: string): string => text.toLocaleLowerCase().replace(/\s*\(.*\)$/, '').replace(/[.%\s]/g, '')

const number = (value: string | null, language: Language, decimals = 0): string => (value === null ? '' : showDecimal(value, language, decimals))

/** As it is edited and copied. */
export function cellText(row: Row, key: CellKey, { language, currency }: { language: Language; currency: string }): string {
  if (row.is === 'section') return key === 'code' ? row.title : key === 'discount' ? discountText(row, { language, currency }) : ''
  if (row.kind === 'text') return key === 'code' ? row.name : ''
  switch (key) {
    case 'code': return row.code
    case 'name': return row.name
    case 'quantity': return number(row.quantity, language)
    case 'unitPrice': return number(row.unitPrice, language, 2)
    case 'unitCost': return number(row.unitCost, language, 2)
    case 'discount': return discountText(row, { language, currency })
    case 'unit': return labelOf(units, row.unit, language)
    case 'vatRate': return labelOf(vatRates, row.vatRate, language).replace(/\s*\(.*\)$/, '')
  }
}

export const labelOf = (choices: typeof units, value: string | null, language: Language): string => {
  const choice = choices.find((one) => one.value === value)
  return choice === undefined ? (value ?? '') : say(choice.label, language)
}

export function discountText({ discount, discountValue }: Pick<LineRow, 'discount' | 'discountValue'>, { language, currency }: { language: Language; currency: string }): string {
  const parts = [discount === null ? null : `${showDecimal(discount, language)}%`, discountValue === null ? null : `${showDecimal(discountValue, language, 2)} ${currency}`]
  return parts.filter((part) => part !== null).join(' + ')
}

/** Which cells of a row may be typed into. The price of a part belongs to the structure's own reckoning and is free as any other. */
export function mayEditCell(row: Row, key: CellKey): boolean {
  if (row.is === 'section') return key === 'code' || key === 'discount'
  if (row.kind === 'text') return key === 'code'
  return row.kind !== 'component' || (key !== 'discount' && key !== 'vatRate')
}
