/** What expressions mean, by example. That the database means the same is in agreement.test.ts. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { evaluate, holds } from './evaluate.ts'
import { typedOf } from './testing/agree.ts'
import { factsOf, uuid, type Row } from './testing/things.ts'

const row: Row = {
  id: uuid(1), name: 'Łódzkie Zakłady', note: null, stage: 'won', number: '12.5', version: 3, amount: { amount: '100.00', currency: 'PLN' }, price: { amount: '20', currency: 'EUR' }, active: true, closedOn: '2026-01-31', dueOn: null,
  opensAt: '08:30', createdAt: '2026-11-22T23:30:00.000Z', owner: uuid(1001), parent: null, roles: ['won', 'open'], mails: ['Ala@example.pl'], friends: [uuid(2), uuid(3)],
}
const children: Row[] = [
  { id: uuid(2), name: 'pierwsza', number: '1', amount: { amount: '10', currency: 'PLN' }, stage: 'won', closedOn: '2026-03-01', parent: uuid(1) },
  { id: uuid(3), name: 'druga', number: '2', amount: { amount: '20', currency: 'PLN' }, stage: 'lost', closedOn: '2026-02-01', parent: uuid(1) },
  { id: uuid(4), name: 'trzecia', number: null, amount: { amount: '5', currency: 'EUR' }, stage: 'won', closedOn: null, parent: uuid(1) },
]
const facts = factsOf(row, [row, ...children])
const values = (cases: Readonly<Record<string, unknown>>) => assert.deepEqual(Object.fromEntries(Object.keys(cases).map((text) => [text, evaluate(typedOf(text)!, facts)])), cases)

test('an empty value equals nothing, and != is exactly the opposite of =', () => {
  values({ "note = 'x'": false, "note != 'x'": true, 'note = city': false, 'note != city': true, 'note = empty': true, "note = ''": true, 'note is empty': true, 'note < name': false, "note in ('x', empty)": false, "note not in ('x')": true, 'not note contains name': true })
})

test('calculation with an empty value is empty, joining leaves it out', () => {
  values({ 'number + LEN(note)': '12.5', 'dueOn + 1': null, 'number / 0': null, "note & name & note": 'Łódzkie Zakłady', 'note & note': null, "COALESCE(note, 'brak')": 'brak', 'LEN(note)': '0' })
})

test('numbers are exact; quotients have twenty places', () => {
  values({ '0.1 + 0.2': '0.3', '1 / 3': '0.33333333333333333333', '2 / 3': '0.66666666666666666667', '-2 / 3': '-0.66666666666666666667', '123456789012345678 * 987654321098765432': '121932631137021794322511812221002896', 'ROUND(2.5)': '3', 'ROUND(-2.5)': '-3', 'ROUND(1250, -2)': '1300', 'MOD(-7, 3)': '-1' })
})

test('texts are equal as written, and ordered and searched without case and diacritics', () => {
  values({ "name = 'łódzkie zakłady'": false, "name contains 'LODZKIE'": true, "name starts with 'łódź'": true, "name starts with 'zakłady'": false, "name ends with ' zaklady'": true, "'Żaba' > 'zebra'": false, "'ą' < 'b'": true, "mails contains 'EXAMPLE'": true, "mails has 'ala@example.pl'": false })
})

test('amounts of different currencies are not compared and not added', () => {
  values({ 'amount > price': false, 'amount != price': true, 'amount + price': null, 'amount + 1': { amount: '101', currency: 'PLN' }, 'amount > 99': true, 'amount = 100 PLN': true, 'amount / 8 PLN': '12.5', 'amount * number': { amount: '1250', currency: 'PLN' }, 'amount in (1 PLN, 100 PLN)': true, 'amount & name': '100 PLNŁódzkie Zakłady' })
})

test('a moment is on the day the person’s clock shows', () => {
  values({ 'createdAt = today': true, 'createdAt = 2026-11-22': false, 'createdAt >= today': true, 'DAYOF(createdAt)': '2026-11-23', 'HOUR(createdAt)': '0', 'createdAt - 2026-11-20': '3', 'createdAt + 0.5': '2026-11-23T11:30:00.000Z', "createdAt & ''": '2026-11-23 00:30', '2026-11-23T00:30 = createdAt': true })
})

test('days, months and years', () => {
  values({ 'DAYS(today, closedOn)': '296', 'MONTHS(today, closedOn)': '9', 'YEARS(today, 2000-11-24)': '25', 'ADDMONTHS(closedOn, 1)': '2026-02-28', 'DATE(2026, 2, 30)': null, 'closedOn + 1.9': '2026-02-01', 'WEEKDAY(today)': '1', 'MONTHEND(2024-02-10)': '2024-02-29', 'WEEKSTART(2026-11-22)': '2026-11-16', '9999-12-31 + 1': null })
})

test('lists are asked with has', () => {
  values({ "roles has 'won'": true, "roles has any ('lost', 'open')": true, "roles has all ('won', 'lost')": false, 'COUNT(roles)': '2', 'owner in me.teamMates': true, 'note in me.regions': false })
})

test('related records are counted, summed and looked up', () => {
  values({
    'COUNT(children)': '3', 'COUNT(children.number)': '2', "SUM(children.number where stage = 'won')": '1', "SUM(children.number where stage = 'open')": '0', 'AVG(children.number)': '1.5', 'SUM(children.amount)': null,
    "SUM(children.amount where number is not empty)": { amount: '30', currency: 'PLN' }, 'MAX(children.closedOn)': '2026-03-01', 'LAST(children.closedOn)': '2026-03-01', 'LAST(children.name)': 'trzecia', 'FIRST(children.name by closedOn)': 'druga', 'LAST(children.name by number)': 'druga',
    "EXISTS(children where name = 'druga')": true, 'SUM(children, number * 2)': '6', "COUNT(friends where stage = 'lost')": '1', 'MAX(number, 3)': '12.5',
  })
})

test('conditions choose', () => {
  values({ "IF(number > 10, 'A', 'B')": 'A', 'IF(note = name, 1)': null, "SWITCH(stage, 'lost', 0, 'won', 100, 50)": '100', "SWITCH(note, 'x', 1, 2)": '2', 'EMPTY(note)': true })
  assert.equal(holds(typedOf('active and EMPTY(note)')!, facts), true)
  assert.equal(holds(typedOf('IF(active, note = name, active)')!, facts), false)
})

test('facts without related records are a bug where they are asked for, never "none"', () => {
  const { related: _, ...alone } = facts
  assert.throws(() => evaluate(typedOf('COUNT(children) = 0')!, alone))
})

test('a class holds those below it', () => {
  values({
    "WITHIN(stage, 'won')": true, "WITHIN(stage, 'open')": true, "WITHIN(stage, 'lost')": false, "WITHIN(roles, 'open')": true, "WITHIN(roles, 'lost')": false, "WITHIN(parent.stage, 'open')": null,
    "not WITHIN(parent.stage, 'open')": true, 'WITHIN(stage, stage)': true,
  })
  for (const text of ["WITHIN(stage, 'nobody')", "WITHIN(name, 'won')", "WITHIN(roles, 'nobody')"]) assert.throws(() => typedOf(text), text)
})
