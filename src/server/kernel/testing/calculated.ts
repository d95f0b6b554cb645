/** Objects with calculated fields of every kind, for tests of the kernel: customers, their orders, the lines of these. */
import { defineObject, is, type FieldDraft, type ObjectDefinition } from '../../../contract/definition.ts'

const t = (pl: string, en: string) => ({ pl, en })
const main = (fields: readonly string[]) => [{ key: 'main', label: t('Dane', 'Facts'), fields }]
const levels = [{ value: 'gold', label: t('Złoty', 'Gold') }, { value: 'plain', label: t('Zwykły', 'Plain') }] as const
const calculated = (draft: FieldDraft, formula: string, rest: object = {}): FieldDraft => ({ ...draft, formula, ...rest })
const labels = <N extends string>(fields: Record<N, FieldDraft>) => Object.fromEntries(Object.keys(fields).map((name) => [name, t(`Pole ${name}`, `Field ${name}`)])) as Record<N, ReturnType<typeof t>>

const userFields = { name: is.text({ required: true }), region: is.text() }
export const user = defineObject('user', { label: t('Osoba', 'Person'), plural: t('Osoby', 'People'), fields: labels(userFields) }, {
  room: 'testing', icon: 'user', nameField: 'name', access: { kind: 'shared' }, baseline: { read: 'all' }, fields: userFields, list: { columns: ['name'], order: 'name' }, form: main(['name']),
})

const customerFields = {
  name: is.text({ required: true, searchable: true, indexed: true }), parent: is.link('customer'), discount: is.percent({ decimals: 1 }), rating: is.number(), since: is.date(),
  // own
  double: calculated(is.number({ decimals: 2, indexed: true }), 'rating * 2 / 3'),
  quadruple: calculated(is.number(), 'double * 2'),
  title: calculated(is.text({ maxLength: 12 }), "UPPER(name) & ' ' & discount"),
  level: calculated(is.choice(levels), "IF(rating > 10, 'gold', 'plain')"),
  // followed
  orderCount: calculated(is.number({ decimals: 0, indexed: true }), 'COUNT(orders)'),
  turnover: calculated(is.money({ indexed: true }), "SUM(orders.total where stage = 'done')"),
  lastOrder: calculated(is.date(), 'MAX(orders.placedOn)'),
  family: calculated(is.text(), "parent.name & ' / ' & name"),
  worth: calculated(is.number(), 'turnover.amount * 2 + orderCount'),
  idleDays: calculated(is.number({ indexed: true }), 'DAYS(today, MAX(orders.placedOn))'),
  secretSum: calculated(is.money(), 'SUM(orders.margin)'),
  shownSum: calculated(is.money(), 'SUM(orders.margin)', { released: true }),
  // live
  years: calculated(is.number({ decimals: 0 }), 'YEARS(today, since)'),
  mine: calculated(is.yesNo(), 'owner = me'),
  fresh: calculated(is.number(), 'years + COUNT(orders where placedOn = today)'),
}
export const customer = defineObject('customer', { label: t('Klient', 'Customer'), plural: t('Klienci', 'Customers'), fields: labels(customerFields) }, {
  room: 'testing', icon: 'building', nameField: 'name', access: { kind: 'owned' }, archivable: true, tree: 'parent', fields: customerFields,
  list: { columns: ['name', 'turnover', 'years'], order: 'name' }, form: main(['name', 'parent', 'discount', 'rating', 'since']),
})

const orderFields = {
  number: is.text({ required: true }), customer: is.link('customer', { indexed: true }), stage: is.choice([{ value: 'open', label: t('Otwarte', 'Open') }, { value: 'done', label: t('Zrobione', 'Done') }]),
  placedOn: is.date(), margin: is.money(), tags: is.links('label'),
  total: calculated(is.money(), 'SUM(lines.value)'),
  tagNames: calculated(is.text(), 'FIRST(tags.name)'),
  customerCode: calculated(is.text(), 'customer.title'),
}
export const order = defineObject('order', { label: t('Zamówienie', 'Order'), plural: t('Zamówienia', 'Orders'), fields: labels(orderFields) }, {
  room: 'testing', icon: 'box', nameField: 'number', access: { kind: 'owned' }, fields: orderFields, list: { columns: ['number', 'customer', 'total'], order: 'number' }, form: main(['number', 'customer', 'stage', 'placedOn', 'margin', 'tags']),
})

const lineFields = { name: is.text({ required: true }), order: is.link('order', { onDelete: 'cascade' }), price: is.money(), quantity: is.number(), value: calculated(is.money(), 'price * quantity') }
export const line = defineObject('line', { label: t('Pozycja', 'Line'), plural: t('Pozycje', 'Lines'), fields: labels(lineFields) }, {
  room: 'testing', icon: 'list', nameField: 'name', access: { kind: 'shared' }, fields: lineFields, list: { columns: ['name', 'value'], order: 'name' }, form: main(['name', 'order', 'price', 'quantity']),
})

const labelFields = { name: is.text({ required: true }) }
export const label = defineObject('label', { label: t('Etykieta', 'Label'), plural: t('Etykiety', 'Labels'), fields: labels(labelFields) }, {
  room: 'testing', icon: 'tag', nameField: 'name', access: { kind: 'shared' }, fields: labelFields, list: { columns: ['name'], order: 'name' }, form: main(['name']),
})

export const calculatedObjects: readonly ObjectDefinition[] = [user, customer, order, line, label]

/** An object with one more field, for formulas that a test brings itself. */
export const withField = (object: ObjectDefinition, name: string, draft: FieldDraft, formula: string): ObjectDefinition =>
  ({ ...object, fields: [...object.fields, { id: `${object.name}.${name}`, name, label: t(name, name), ...draft, formula } as ObjectDefinition['fields'][number]] })
