/** What objects' own rules ask of values that would otherwise be taken from the examples of their types. */
import type { ObjectDefinition, Values } from '../../../contract/definition.ts'

/** Fields without which a record is refused though none of them is required by itself. */
export const askedBesides: Readonly<Record<string, readonly string[]>> = {
  person: ['lastName'],
  note: ['company'],
  attendee: ['mail'],
  escalationRule: ['ownerAfter'],
  target: ['team'],
}

/** `nth` is another one at every call: for what must differ, or lie at a time of its own. */
type Fit = (values: Values, nth: number) => Values

const zlotys = (nth: number) => ({ amount: `${nth + 1}.50`, currency: 'PLN' })

const fits: Readonly<Record<string, Fit>> = {
  role: () => ({ isAdministrator: false }),
  user: () => ({ active: true }),
  smsGateway: () => ({ url: 'https://bramka.example.pl/sms' }),
  activity: (values, nth) => ('recurrence' in values ? { recurrence: `FREQ=WEEKLY;INTERVAL=${(nth % 50) + 1}`, series: null, instance: null, waitsFor: null } : {}),
  workingHours: () => ({ country: 'PL' }),
  resource: () => ({ active: true, quantity: '1000' }),
  booking: (_, nth) => ({ start: new Date(Date.UTC(2030, 0, 1, nth)).toISOString(), end: new Date(Date.UTC(2030, 0, 1, nth, 30)).toISOString(), units: '1' }),
  escalationRule: (values, nth) => ('condition' in values ? { condition: `due < today - ${nth}` } : {}),
  target: (_, nth) => ({ month: new Date(Date.UTC(2000, nth, 1)).toISOString().slice(0, 10) }),
  product: (values, nth) => among(values, { ean: eanOf(nth), price: zlotys(nth), cost: zlotys(nth), validFrom: '2020-01-01', validUntil: '2030-01-01' }),
  component: (values) => among(values, { quantity: '2', minQuantity: '1', maxQuantity: '5', price: zlotys(7) }),
  priceList: (values) => among(values, { currency: 'PLN', validFrom: '2020-01-01', validUntil: '2030-01-01' }),
  // Each from a quantity of its own, for prices do not overlap.
  price: (values, nth) => ({ ...among(values, { validFrom: '2020-01-01', validUntil: '2030-01-01' }), amount: zlotys(nth), fromQuantity: String(nth) }),
  currencyRate: (_, nth) => ({ on: new Date(Date.UTC(2000, 0, nth)).toISOString().slice(0, 10) }),
}

/** The last digit is worked out from the others. */
function eanOf(nth: number): string {
  const digits = String(590_000_000_000 + nth)
  const sum = [...digits].reduce((all, digit, at) => all + Number(digit) * (at % 2 === 0 ? 1 : 3), 0)
  return `${digits}${(10 - (sum % 10)) % 10}`
}

/** Only of fields that are given anyway. */
const among = (values: Values, fit: Values): Values => Object.fromEntries(Object.entries(fit).filter(([field]) => field in values))

export function sensible({ name }: ObjectDefinition, values: Values, nth: number): Values {
  const ended = 'since' in values && 'until' in values ? { since: '2020-01-01', until: null } : {}
  return { ...values, ...ended, ...fits[name]?.(values, nth) }
}
