import type { Refusal } from '../../contract/refusal.ts'
import { isRefused, plainSpaces } from '../characters.ts'
import { acceptDecimal, minorUnitsOf, numberCell, readDecimal, withinLimits, withMinorUnits } from '../decimals.ts'
import type { FieldType, Manner, Money } from '../field.ts'
import { at, no, wrongKind } from '../refusals.ts'
import { partLabels } from '../texts.ts'
import { currencyOf, isCurrency, showMoney } from './currencies.ts'

export const type: FieldType<'money', Money> = {
  name: 'money',
  about: {
    label: { pl: 'Kwota', en: 'Amount of money' },
    help: { pl: 'Kwota z walutą: wartość, budżet, obrót.', en: 'An amount with its currency: value, budget, turnover.' },
    icon: 'coin',
    group: 'numbers',
  },
  options: {
    currency: { label: { pl: 'Waluta', en: 'Currency' }, help: { pl: 'Ta, o którą chodzi, gdy wpisano samą liczbę. Puste: waluta firmy.', en: 'The one meant where a bare number is typed. Empty: the company’s own.' }, kind: 'currency' },
  },
  accept(json, field) {
    if (json === null || json === undefined || json === '') return null
    if (typeof json !== 'object' || Array.isArray(json)) return wrongKind('money')
    const { amount, currency = field.currency, ...rest } = json as Record<string, unknown>
    const unknown = Object.keys(rest)[0]
    if (unknown !== undefined) return no('value.unknown_key', { key: unknown, allowed: 'amount, currency' })
    if (amount === null || amount === undefined || amount === '') return null
    if (currency === undefined || currency === null || currency === '') return at('currency', no('money.currency_missing'))
    if (typeof currency !== 'string' || !isCurrency(currency)) return at('currency', no('money.currency', { value: String(currency) }))
    const accepted = acceptDecimal(amount, {})
    return typeof accepted === 'string' ? { amount: withMinorUnits(accepted, currency), currency } : accepted === null ? null : at('amount', accepted)
  },
  read: readMoney,
  show: (value, _field, manner) => (value === null ? '' : showMoney(value, manner.language)),
  cell: (value) => (value === null ? null : numberCell(value.amount, moneyFormat(value.currency))),
  same: (a, b) => a?.amount === b?.amount && a?.currency === b?.currency,
  exprType: () => ({ kind: 'money' }),
  exprValue: (value) => value && { amount: value.amount, currency: value.currency },
  parts: () => ({ amount: { type: { kind: 'number' }, label: partLabels.amount }, currency: { type: { kind: 'text' }, label: partLabels.currency } }),
  partValue: (value, part) => (value === null ? null : part === 'amount' ? value.amount : value.currency),
  jsonSchema: () => ({
    type: 'object',
    properties: { amount: { type: ['string', 'number'], format: 'decimal' }, currency: { type: 'string', pattern: '^[A-Z]{3}$', description: 'ISO 4217' } },
    required: ['amount', 'currency'],
    additionalProperties: false,
  }),
}

/** '1 234,50 zł', 'EUR 12', '-$5.20', or a bare number in the field's or the company's currency. */
function readMoney(text: string, field: { currency?: string }, manner: Manner): Money | null | Refusal {
  // 1200,- is how shops write a round price.
  const typed = plainSpaces(text).replace(/[−–]/g, '-').replace(/(\d)[.,]-{1,2}(?!\d)/, '$1')
  if (typed === '') return null
  const [mark = '', ...others] = typed.match(/[^\d\s.,()'’+-]+\.?/g) ?? []
  const [before = '', after = ''] = mark === '' ? [typed] : typed.split(mark)
  const beside = mark === '' || /^[-+(\s]*$/.test(before) || /^[-)\s]*$/.test(after)
  const decimal = others.length === 0 && beside ? readDecimal(`${before}${after}`, manner.language) : null
  if (decimal === null) return no('money.form', { value: text })
  const currency = mark === '' ? (field.currency ?? manner.currency) : currencyOf(mark)
  if (currency === null) return no('money.currency', { value: mark })
  const amount = withinLimits(decimal, {})
  return isRefused(amount) ? amount : { amount: withMinorUnits(amount, currency), currency }
}

function moneyFormat(currency: string): string {
  const digits = minorUnitsOf(currency)
  return `#,##0${digits === 0 ? '' : `.${'0'.repeat(digits)}`} "${currency}"`
}
