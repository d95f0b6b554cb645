import assert from 'node:assert/strict'
import { test } from 'node:test'
import { databaseFunctions } from './databaseFunctions.ts'
import { dateOfDay, dayNumber } from './calendar.ts'
import { emptyDatabase } from './testing/database.ts'
import { addWorkdays, workdaysBetween } from './workdays.ts'

test('public holidays of Poland are no working days', () => {
  const isFree = (date: string) => addWorkdays(date, 0) === date && workdaysBetween(date, addWorkdays(date, -1)!) !== 1
  // Easter 2026 is on 5 April; Corpus Christi on 4 June.
  for (const date of ['2026-01-01', '2026-01-06', '2026-04-06', '2026-05-01', '2026-06-04', '2026-11-11', '2026-12-24', '2026-12-25', '2025-12-24']) assert.ok(isFree(date), date)
  for (const date of ['2026-01-02', '2026-04-07', '2024-12-24', '2010-01-06', '2026-04-03']) assert.ok(!isFree(date), date)
})

test('working days are counted and added', () => {
  assert.equal(workdaysBetween('2026-11-30', '2026-11-23'), 5)
  assert.equal(workdaysBetween('2026-11-23', '2026-11-30'), -5)
  assert.equal(workdaysBetween('2026-11-22', '2026-11-20'), 0)
  // 261 weekdays, and 8 of the holidays are among them.
  assert.equal(workdaysBetween('2026-12-31', '2025-12-31'), 253)
  assert.equal(addWorkdays('2026-12-23', 1), '2026-12-28')
  assert.equal(addWorkdays('2026-12-26', 1), '2026-12-28')
  assert.equal(addWorkdays('2026-12-28', -1), '2026-12-23')
  assert.equal(addWorkdays('2026-12-27', -1), '2026-12-23')
})

test('adding and counting are each other’s opposite, and end with the years that are known', () => {
  for (let n = 1; n < 3_000; n += 37) assert.equal(workdaysBetween(addWorkdays('2026-11-23', n)!, '2026-11-23'), n)
  assert.deepEqual([workdaysBetween('1989-12-31', '2026-01-01'), addWorkdays('2199-12-31', 1), addWorkdays('2026-01-01', 200_000)], [null, null, null])
})

test('the database counts the same days', async () => {
  const { client, end } = await emptyDatabase()
  try {
    for (const statement of databaseFunctions) await client.query(statement)
    const [first, last] = [dayNumber('1989-12-20'), dayNumber('2200-01-10')]
    const cases = Array.from({ length: 3_000 }, (_, n) => ({ from: dateOfDay(first + ((n * 7_919) % (last - first)))!, to: dateOfDay(first + ((n * 104_729) % (last - first)))!, days: ((n * 37) % 801) - 400 }))
    const { rows } = await client.query<{ between: string | null; added: string | null }>(
      `select sedno_workdays("to", "from")::text as between, sedno_add_workdays("from", days)::text as added from jsonb_to_recordset($1) as c("from" date, "to" date, days numeric)`, [JSON.stringify(cases)],
    )
    assert.deepEqual(rows, cases.map(({ from, to, days }) => ({ between: workdaysBetween(to, from)?.toString() ?? null, added: addWorkdays(from, days) })))
  } finally {
    await end()
  }
})
