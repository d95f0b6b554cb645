/** What objects' own rules ask of values that would otherwise be taken from the examples of their types. */
import { Readable } from 'node:stream'
import type { ObjectDefinition, Values } from '../../../contract/definition.ts'
import { docxOf } from '../../documents/testing/files.ts'
import { paragraph } from '../../documents/writers/shipped/build.ts'
import { currentFiles } from '../../kernel/files/current.ts'

/** Fields without which a record is refused though none of them is required by itself. */
export const askedBesides: Readonly<Record<string, readonly string[]>> = {
  person: ['lastName'],
  note: ['company'],
  attendee: ['mail'],
  escalationRule: ['ownerAfter'],
  target: ['team'],
}

/** `nth` is another one at every call: for what must differ, or lie at a time of its own. */
type Fit = (values: Values, nth: number) => Values | Promise<Values>

const own = (values: Values, ...names: string[]): Values => Object.fromEntries(names.filter((name) => name in values).map((name) => [name, null]))
const zloty = (values: Values, ...names: string[]): Values => Object.fromEntries(names.filter((name) => name in values).map((name) => [name, { amount: '12.50', currency: 'PLN' }]))

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
  stage: (values) => ('enterWhen' in values ? { enterWhen: 'name is not empty' } : {}),
  stageActivity: () => ({ type: 'task' }),
  // The first pipeline and its first stage come by themselves; one made for the test has none of its stages.
  opportunity: (values) => ({ ...own(values, 'pipeline', 'stage'), ...('closedOn' in values ? { closedOn: null } : {}) }),
  documentTemplate: async (values) => ({ ...('object' in values ? { object: 'company' } : {}), ...('file' in values ? { file: await templateFile() } : {}) }),
  quote: (values) => ({ ...own(values, 'number'), currency: 'PLN', ...zloty(values, 'discountValue') }),
  quoteSection: (values) => zloty(values, 'discountValue'),
  quoteLine: (values) => ({ ...own(values, 'parent', 'section'), ...zloty(values, 'unitPrice', 'discountValue', 'unitCost') }),
  salesOrder: () => ({ currency: 'PLN' }),
  // One in force would ask its questions of every order that is made.
  checklistTemplate: () => ({ active: false }),
  orderLine: (values) => ({ ...own(values, 'parent'), ...zloty(values, 'unitPrice', 'discountValue', 'unitCost') }),
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

async function templateFile(): Promise<unknown> {
  const contents = docxOf(paragraph('{{name}}'))
  const { hash, size } = await currentFiles().put(Readable.from([Buffer.from(contents)]))
  return { hash, name: 'szablon.docx', size, type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' }
}

export async function sensible({ name }: ObjectDefinition, values: Values, nth: number): Promise<Values> {
  const ended = 'since' in values && 'until' in values ? { since: '2020-01-01', until: null } : {}
  return { ...values, ...ended, ...(await fits[name]?.(values, nth)) }
}
