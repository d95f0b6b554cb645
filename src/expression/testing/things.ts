/** A small world for the tests: things with a value of every type, ugly ones among them, in memory and as rows of PostgreSQL. */
import type { Client } from 'pg'
import { databaseFunctions } from '../databaseFunctions.ts'
import { foldSql } from '../fold.ts'
import type { Binding, Circumstances, Collection, Facts, Path, Scope, ScopeField } from '../language.ts'
import { name, raw, sql, type Sql } from '../sql.ts'
import { rateFunctions } from '../rateFunctions.ts'
import type { ExprType, ExprValue } from '../types.ts'

export const kinds = ['won', 'lost', 'open', "it's"] as const
const text: ExprType = { kind: 'text' }
const choice: ExprType = { kind: 'choice', values: kinds, parents: { won: 'open', "it's": 'won' } }
const thing: ExprType = { kind: 'record', object: 'thing' }
const label = (pl: string, en: string): { pl: string; en: string } => ({ pl, en })

export const fields: Readonly<Record<string, ScopeField & { column: string; sqlType: string }>> = {
  id: { type: thing, column: 'id', sqlType: 'uuid', label: label('Id', 'Id') },
  name: { type: text, column: 'name', sqlType: 'text collate "pl-x-icu"', label: label('Nazwa', 'Name') },
  note: { type: text, column: 'note', sqlType: 'text', label: label('Uwaga', 'Note') },
  city: { type: text, column: 'city', sqlType: 'text collate "de-x-icu"', label: label('Miasto', 'City') },
  stage: { type: choice, column: 'stage', sqlType: 'text', label: label('Etap', 'Stage'), choices: [{ value: 'won', label: label('wygrana', 'won') }, { value: 'lost', label: label('przegrana', 'lost') }, { value: 'open', label: label('otwarta', 'open') }] },
  number: { type: { kind: 'number' }, column: 'number', sqlType: 'numeric', label: label('Liczba', 'Number') },
  version: { type: { kind: 'number' }, column: 'version', sqlType: 'integer', label: label('Wersja', 'Version') },
  amount: { type: { kind: 'money' }, column: 'amount', sqlType: 'numeric', label: label('Kwota', 'Amount'), parts: { amount: { type: { kind: 'number' } }, currency: { type: text } } },
  price: { type: { kind: 'money' }, column: 'price', sqlType: 'numeric', label: label('Cena', 'Price'), parts: { amount: { type: { kind: 'number' } }, currency: { type: text } } },
  active: { type: { kind: 'yesNo' }, column: 'active', sqlType: 'boolean', label: label('Czynny', 'Active') },
  closedOn: { type: { kind: 'date' }, column: 'closed_on', sqlType: 'date', label: label('Zamknięta', 'Closed on') },
  dueOn: { type: { kind: 'date' }, column: 'due_on', sqlType: 'date', label: label('Termin', 'Due on') },
  opensAt: { type: { kind: 'time' }, column: 'opens_at', sqlType: 'time(0)', label: label('Otwarte od', 'Opens at') },
  createdAt: { type: { kind: 'dateTime' }, column: 'created_at', sqlType: 'timestamptz(3)', label: label('Utworzono', 'Created') },
  seenAt: { type: { kind: 'dateTime' }, column: 'seen_at', sqlType: 'timestamptz(3)', label: label('Widziano', 'Seen') },
  owner: { type: { kind: 'record', object: 'user' }, target: 'user', column: 'owner', sqlType: 'uuid', label: label('Właściciel', 'Owner') },
  parent: { type: thing, target: 'thing', column: 'parent', sqlType: 'uuid', label: label('Nadrzędna', 'Parent') },
  roles: { type: { kind: 'list', of: choice }, column: 'roles', sqlType: 'text[]', label: label('Role', 'Roles') },
  mails: { type: { kind: 'list', of: text }, column: 'mails', sqlType: 'text[]', label: label('Adresy e-mail', 'Mails') },
  friends: { type: { kind: 'list', of: thing }, target: 'thing', column: 'friends', sqlType: 'uuid[]', label: label('Przyjaciele', 'Friends') },
}

const users: Readonly<Record<string, ScopeField>> = {
  id: { type: { kind: 'record', object: 'user' } },
  name: { type: text, label: label('Nazwisko', 'Name') },
  region: { type: text, label: label('Region', 'Region') },
}

const own = (among: Readonly<Record<string, ScopeField>>, wanted: string): ScopeField | null => (Object.hasOwn(among, wanted) ? among[wanted]! : null)

export const scope: Scope = {
  object: 'thing',
  field: (object, wanted) => own(object === 'thing' ? fields : users, wanted),
  reverse: (object, wanted) => (object === 'thing' && wanted === 'children' ? { object: 'thing', link: 'parent', label: label('Podrzędne', 'Children') } : null),
  names: (object) => (object === 'thing' ? [...Object.keys(fields), 'children'] : Object.keys(users)),
  me: (wanted) => (wanted === 'regions' ? { type: { kind: 'list', of: text } } : wanted === 'teamMates' ? { type: { kind: 'list', of: { kind: 'record', object: 'user' } } } : null),
}

export const uuid = (number: number): string => `0199a000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`
export const circumstances: Circumstances = { me: uuid(1001), now: '2026-11-23T09:00:00.000Z', today: '2026-11-23', timeZone: 'Europe/Warsaw' }

export type Row = Readonly<Record<string, ExprValue>>

const mine: Readonly<Record<string, ExprValue>> = { regions: ['Łódź', 'mazowieckie'], teamMates: [uuid(1001), uuid(1002)], name: 'Żaneta', region: 'Łódź' }
const userNames: Readonly<Record<string, { id: string; name: string; region: string | null }>> = {
  [uuid(1001)]: { id: uuid(1001), name: 'Żaneta', region: 'Łódź' },
  [uuid(1002)]: { id: uuid(1002), name: "O'Neill", region: null },
}

// ---- In memory ---------------------------------------------------------------------------------------------------

export function factsOf(row: Row, rows: readonly Row[], who: Circumstances = circumstances): Facts {
  const byId = (id: unknown) => rows.find((each) => each['id'] === id)
  return {
    ...who,
    value: (path) => (path.root === 'me' ? mine[path.field] : valueAt(path, row, byId)),
    related: (collection) => membersOf(collection, row, rows, byId).map((each) => factsOf(each, rows, who)),
    rate: rateOn,
  }
}

/** The base currency of the tests is PLN, as wherever nothing else was set up. */
const rates = [
  ['EUR', '1970-01-01', '4.0301'], ['EUR', '2026-01-01', '4.2211'], ['EUR', '2026-11-23', '4.333333'], ['EUR', '2026-11-24', '0'], ['EUR', '2027-01-01', '5'],
  ['USD', '2025-12-31', '3.6'], ['USD', '2026-11-22', '0.0000000001'], ['USD', '2026-11-24', '12345678901234567890.0123456789'],
] as const

function rateOn(currency: string, on: string): string | null {
  if (currency === 'PLN') return '1'
  return rates.findLast(([of, since, rate]) => of === currency && since <= on && rate !== '0')?.[2] ?? null
}

function valueAt(path: Path, row: Row, byId: (id: unknown) => Row | undefined): ExprValue | undefined {
  let at: Row | undefined = row
  for (const link of path.links) {
    if (link.target === 'user') return (userNames as Record<string, Row>)[String(at?.[link.field])]?.[path.field] ?? null
    at = byId(at?.[link.field])
  }
  const value = at?.[path.field] ?? null
  return path.part === null || value === null ? value : (value as unknown as Row)[path.part]
}

function membersOf({ links, via }: Collection, row: Row, rows: readonly Row[], byId: (id: unknown) => Row | undefined): Row[] {
  let at: Row | undefined = row
  for (const link of links) at = byId(at?.[link.field])
  if (at === undefined) return []
  const id = at['id']
  return via.kind === 'reverse' ? rows.filter((each) => each['parent'] === id) : rows.filter((each) => (at['friends'] as string[] | null)?.includes(String(each['id'])))
}

// ---- In the database ---------------------------------------------------------------------------------------------

let aliases = 0

export function bindingOf(alias: string, who: Circumstances = circumstances): Binding {
  const at = (path: Path, column: (alias: string) => Sql): Sql => through(path.links, alias, column)
  return {
    ...who,
    moment: sql`${who.now}::timestamptz`,
    known: (path) => mine[path.field],
    path: (path) => (path.object === 'user' ? userPath(path, alias) : at(path, (row) => name(row, path.part === 'currency' ? `${fields[path.field]!.column}_currency` : fields[path.field]!.column))),
    currency: (path) => at(path, (row) => name(row, `${fields[path.field]!.column}_currency`)),
    related: (collection, ask) => relatedSql(collection, alias, ask, who),
    below: (object, head) => sql`(with recursive lower as (select id from ${name(object)} where id = ${head} union select t.id from lower join ${name(object)} t on t.parent = lower.id) select id from lower)`,
  }
}

function through(links: Path['links'], alias: string, column: (alias: string) => Sql): Sql {
  const [link, ...rest] = links
  if (link === undefined) return column(alias)
  const next = `t${++aliases}`
  return sql`(select ${through(rest, next, column)} from thing ${name(next)} where ${name(next, 'id')} = ${name(alias, fields[link.field]!.column)})`
}

function userPath({ links, field }: Path, alias: string): Sql {
  const next = `u${++aliases}`
  return sql`(select ${name(next, field)} from person ${name(next)} where ${name(next, 'id')} = ${through(links.slice(0, -1), alias, (row) => name(row, fields[links.at(-1)!.field]!.column))})`
}

function relatedSql({ links, via }: Collection, alias: string, ask: Parameters<Binding['related']>[1], who: Circumstances): Sql {
  const member = `m${++aliases}`
  const { select, where, order, exists } = ask(bindingOf(member, who))
  const belongs =
    via.kind === 'reverse'
      ? sql`${name(member, 'parent')} = ${through(links, alias, (row) => name(row, 'id'))}`
      : sql`${name(member, 'id')} = any(${through(links, alias, (row) => name(row, 'friends'))})`
  const rest = order === undefined ? raw('') : sql` order by ${order} limit 1`
  return sql`${raw(exists === true ? 'exists ' : '')}(select ${select} from thing ${name(member)} where ${belongs} and ${where}${rest})`
}

export async function makeThings(client: Client, rows: readonly Row[]): Promise<void> {
  for (const statement of [foldSql, ...databaseFunctions, ...rateFunctions]) await client.query(statement)
  const columns = Object.values(fields).flatMap(({ column, sqlType, type }) => [`"${column}" ${sqlType}`, ...(type.kind === 'money' ? [`"${column}_currency" text`] : [])])
  await client.query(`create table thing (${columns.join(', ')}); create table person (id uuid, name text, region text)`)
  await client.query('create table sedno_state (key text, value jsonb); create table currency_rate (currency text, "on" date, rate numeric, deleted_at timestamptz)')
  await client.query('insert into currency_rate select each ->> 0, (each ->> 1)::date, (each ->> 2)::numeric from jsonb_array_elements($1) each', [JSON.stringify(rates)])
  await client.query('insert into person select key::uuid, value ->> $$name$$, value ->> $$region$$ from jsonb_each($1)', [JSON.stringify(userNames)])
  const flat = rows.map((row) => {
    const record: Record<string, unknown> = {}
    for (const [field, { column, type }] of Object.entries(fields)) {
      const value = row[field] ?? null
      record[column] = type.kind === 'money' ? ((value as { amount: string } | null)?.amount ?? null) : value
      if (type.kind === 'money') record[`${column}_currency`] = (value as { currency: string } | null)?.currency ?? null
    }
    return record
  })
  await client.query('insert into thing select * from jsonb_populate_recordset(null::thing, $1)', [JSON.stringify(flat)])
}
