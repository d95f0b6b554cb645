import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Client } from 'pg'
import { RefusalError } from '../contract/refusal.ts'
import type { Binding } from './language.ts'
import { compile, raw } from './sql.ts'
import { typedOf } from './testing/agree.ts'
import { emptyDatabase } from './testing/database.ts'
import { bindingOf, makeThings, uuid } from './testing/things.ts'
import { toColumns, toCondition, toSql } from './toSql.ts'

let client: Client
let end: () => Promise<void>
before(async () => {
  ;({ client, end } = await emptyDatabase())
  await makeThings(client, [{ id: uuid(1), name: 'Łódź', number: '5', amount: { amount: '7', currency: 'PLN' }, roles: ['won'], createdAt: '2026-11-23T09:00:00.000Z' }])
})
after(() => end())

const condition = (text: string, binding: Binding = bindingOf('t')) => compile(toCondition(typedOf(text)!, binding))

test('comparisons of a column have a definite truth value and keep the index', () => {
  const forms: Record<string, string> = {
    "stage = 'won'": '("t"."stage" is not null and "t"."stage" = $1::text)',
    'number != 5': '("t"."number"::numeric is null or "t"."number"::numeric <> $1::numeric)',
    'closedOn >= today - 365': '("t"."closed_on" is not null and "t"."closed_on" >= $1::date)',
    'amount > 10 PLN': '("t"."amount" is not null and "t"."amount_currency" is not null and ("t"."amount_currency" = $1::text and "t"."amount" > $2::numeric))',
    "roles has 'won'": '("t"."roles" is not null and "t"."roles" @> $1::text[])',
    'owner in me.teamMates': '("t"."owner" is not null and "t"."owner" = any($1::uuid[]))',
    'owner not in me.teamMates': '("t"."owner" is null or "t"."owner" <> all($1::uuid[]))',
    "name contains 'Łódź'": '("t"."name" is not null and sedno_fold("t"."name") like $1::text)',
    'createdAt = today': '("t"."created_at" is not null and ("t"."created_at" >= $1::timestamptz and "t"."created_at" < $2::timestamptz))',
    'owner = me': '("t"."owner" is not null and "t"."owner" = $1::uuid)',
  }
  assert.deepEqual(Object.fromEntries(Object.keys(forms).map((text) => [text, condition(text).text])), forms)
})

test('nothing is true of a person who is nobody', () => {
  const nobody: Binding = { ...bindingOf('t'), me: null }
  assert.equal(condition('owner = me', nobody).text, 'false')
  assert.equal(condition('owner in (me)', nobody).text, 'false')
  assert.equal(condition('owner != me', nobody).text, 'true')
})

test('every text stays data', async () => {
  const hostile = `'); drop table thing; -- $1 \\ % _ "`
  const quoted = `'${hostile.replaceAll("'", "''")}'`
  for (const text of [`name = ${quoted}`, `name contains ${quoted}`, `name in (${quoted}, 'x')`, `mails has ${quoted}`, `REPLACE(name, ${quoted}, ${quoted}) = ${quoted}`, `IF(active, ${quoted}, name) < ${quoted}`]) {
    const { text: statement, values } = condition(text)
    assert.ok(!statement.includes('drop table'), text)
    assert.ok(JSON.stringify(values).includes('drop table'), text)
    await client.query(`select ${statement} from thing t`, values)
  }
})

test('the signs of LIKE are ordinary letters', async () => {
  const found = async (text: string) => {
    const { text: statement, values } = condition(text)
    return (await client.query(`select 1 from (select '50%_a\\b'::text as name) t where ${statement}`, values)).rowCount
  }
  assert.deepEqual([await found("name contains '%_'"), await found("name contains '5_'"), await found("name ends with 'A\\B'"), await found("name starts with '%'")], [1, 0, 1, 0])
})

test('filters on a column are answered from its index', async () => {
  await client.query(`create extension if not exists pg_trgm;
    create index on thing (name); create index on thing (number); create index on thing (closed_on); create index on thing (created_at); create index on thing (amount); create index on thing (owner);
    create index on thing using gin (roles); create index on thing using gin (friends); create index on thing using gin (sedno_fold(name) gin_trgm_ops)`)
  await client.query('set enable_seqscan = off')
  const served = ["name = 'x'", "name in ('x', 'y')", 'number > 5', 'number between 1 and 2', 'closedOn >= today - 365', 'createdAt > today', 'createdAt = 2026-01-31', 'createdAt between today - 7 and today', 'amount > 10 PLN', 'amount > 10', 'owner = me', 'owner in me.teamMates', "roles has 'won'", "roles has any ('won', 'lost')", `friends has '${uuid(1)}'`, "name contains 'łódź'", "name starts with 'łódź'"]
  for (const text of served) {
    const { text: statement, values } = condition(text)
    const { rows } = await client.query<{ 'QUERY PLAN': string }>(`explain select 1 from thing t where ${statement}`, values)
    const plan = rows.map((row) => row['QUERY PLAN']).join('\n')
    assert.match(plan, /Index Cond/, `${text}\n${statement}\n${plan}`)
  }
})

test('money is two columns, everything else one', () => {
  assert.deepEqual(Object.keys(toColumns(typedOf('amount * 2')!, bindingOf('t'))), ['value', 'currency'])
  assert.deepEqual(Object.keys(toColumns(typedOf('number * 2')!, bindingOf('t'))), ['value'])
  assert.equal(compile(toSql(typedOf('amount + price')!, bindingOf('t'))).text, '(sedno_money_plus(sedno_money_of("t"."amount", "t"."amount_currency"), sedno_money_of("t"."price", "t"."price_currency"))).amount')
})

test('a statement is about as long as its expression, however the parts are nested', () => {
  const nest = (around: (inner: string) => string, leaf: string) => Array.from({ length: 15 }).reduce<string>(around, leaf)
  const nested = [
    nest((inner) => `IF(${inner} = 5 PLN; amount; price)`, 'amount'), nest((inner) => `IF(${inner} between 1 PLN and 2 PLN; amount; price)`, 'amount'), nest((inner) => `IF(${inner} in (1 PLN; price); amount; price)`, 'amount'),
    nest((inner) => `IF(note contains ${inner}; name; note)`, 'name'), nest((inner) => `IF(note ends with ${inner}; name; note)`, 'name'), nest((inner) => `IF(${inner} not in (name; note); name; note)`, 'name'), nest((inner) => `IF(${inner} between name and note; name; note)`, 'name'),
    nest((inner) => `(amount + ${inner})`, 'price'), nest((inner) => `(${inner} - amount)`, 'price'), nest((inner) => `(number / ${inner})`, 'number'), nest((inner) => `MID(${inner}; LEN(${inner.length > 30 ? 'name' : inner}); 5)`, 'name'),
    nest((inner) => `(${inner} + number)`, 'closedOn'), nest((inner) => `IF(${inner} has name; mails; mails)`, 'mails'), nest((inner) => `IF(${inner} is empty; dueOn; closedOn)`, 'closedOn'), nest((inner) => `(${inner} = active)`, 'active'), nest((inner) => `SWITCH(${inner}; 1; 2; 3)`, 'number'),
  ]
  for (const text of nested) {
    const { length } = compile(toColumns(typedOf(text)!, bindingOf('t')).value).text
    assert.ok(length < 25 * text.length, `${text.slice(0, 60)}: ${text.length} → ${length}`)
  }
})

test('a binding is asked about the person and the moment only where they matter', () => {
  const used = (text: string): string[] => {
    const asked = new Set<string>()
    const watched = new Proxy(bindingOf('t'), { get: (binding, key) => (asked.add(String(key)), Reflect.get(binding, key)) })
    toCondition(typedOf(text)!, watched)
    return ['me', 'now', 'today', 'timeZone'].filter((key) => asked.has(key))
  }
  assert.deepEqual(used("name = 'x' and number in (1, 2) and closedOn > 2026-01-01 and name & 'y' = 'xy' and YEAR(closedOn) = 2026"), [])
  assert.deepEqual([used('owner = me'), used('closedOn < today'), used('createdAt < now'), used('createdAt > 2026-01-01')], [['me'], ['today'], [], ['timeZone']], 'this moment is a parameter')
})

test('what is too long for the database is refused, and a long flat condition is answered in time', async () => {
  const long = Array.from({ length: 600 }, (_, index) => `name = 'x${index}'`).join(' or ')
  const start = performance.now()
  const { text, values } = condition(long.slice(0, 9_900).replace(/ or [^o]*$/, ''))
  await client.query(`select 1 from thing t where ${text}`, values)
  assert.ok(performance.now() - start < 2_000)
  const wordy: Binding = { ...bindingOf('t'), path: () => raw(`(select ${'x'.repeat(5_000)})`) }
  assert.throws(() => toCondition(typedOf(Array.from({ length: 200 }, () => 'name is empty').join(' or '))!, wordy), (error) => error instanceof RefusalError && error.refusals[0]!.code === 'too_large_sql')
})
