/**
 * What a field type is: four parts in one folder.
 *   field.ts   FieldType    shared: JSON shape, checking, reading what people type, writing what people read
 *   server.ts  FieldServer  columns, SQL
 *   web.tsx    FieldWeb     how it is shown and edited
 *   examples.ts FieldExamples  values the conformance and property tests use
 * The four registers (types.ts, servers.ts, webs.ts, examples.ts) are records keyed by FieldTypeName: the compiler
 * requires them complete, and there is no switch over types anywhere else.
 */
import type { FieldDefinition, FieldTypeName } from '../contract/definition.ts'
import type { Refusal } from '../contract/refusal.ts'
import type { Language } from '../contract/text.ts'
import type { ExprType, ExprValue } from '../expression/types.ts'
import type { Sql } from '../expression/sql.ts'
import type { About, OptionsOf } from './options.ts'

/** How a person writes and reads: language and time zone (IANA). `today` is his day, YYYY-MM-DD. */
export interface Manner {
  language: Language
  timeZone: string
  today: string
  /** Base currency, for amounts typed without one. */
  currency: string
  /** Public holidays of the firm's country by the numbers of their days; left out: of Poland. */
  holidays?: readonly number[] | undefined
}

/** What a spreadsheet cell gets. `date` and `dateTime` become real dates. */
export type Cell = { kind: 'text'; value: string } | { kind: 'number'; value: number; format?: string } | { kind: 'date' | 'dateTime'; value: string } | { kind: 'yesNo'; value: boolean } | null

/** A type that can hold every value of this one, and how its value is made; the conversions stand in widening.ts. */
export interface Widening {
  to: FieldTypeName
  convert: 'same' | 'markup' | 'list' | 'fileList' | 'entries' | 'addressEntries' | 'amount'
}

export interface FieldType<T extends FieldTypeName, V> {
  name: T
  about: About
  options: OptionsOf<T>
  /** What each option alone cannot say; `field` of a refusal is the option's name. Called when every option is of its kind. */
  checkOptions?(field: FieldDefinition<T>): readonly Refusal[]
  /** A change to any other type could lose something and is refused. */
  widensTo?: readonly Widening[]
  /**
   * JSON from a program, strictly: the canonical value, null for empty ('' and [] are empty), or the refusal
   * (its `field` left out: the caller adds it).
   */
  accept(json: unknown, field: FieldDefinition<T>): V | null | Refusal
  /**
   * Text from a person, a file, a paste: '1 234,50 zł', 'tak', '15.3', 'jutro', '+48 601-…'. Lenient in form, strict in meaning.
   * Links and files cannot be read from text alone and refuse with code 'needs_lookup'.
   */
  read(text: string, field: FieldDefinition<T>, manner: Manner): V | null | Refusal
  /** As a person reads it, also in CSV. '' for null. read(show(v)) is v again wherever a text can say it. */
  show(value: V | null, field: FieldDefinition<T>, manner: Manner): string
  cell(value: V | null, field: FieldDefinition<T>, manner: Manner): Cell
  same(a: V | null, b: V | null): boolean
  exprType(field: FieldDefinition<T>): ExprType
  exprValue(value: V | null, field: FieldDefinition<T>): ExprValue
  /** Sub-paths in expressions and columns: money.amount, addresses.city. */
  parts?(field: FieldDefinition<T>): Record<string, { type: ExprType; label: { pl: string; en: string } }>
  partValue?(value: V | null, part: string): ExprValue
  /** Texts that the search box finds it by, as kept; the kernel folds them, and seeks numbers in their compact form however they are typed. */
  searchTexts?(value: V, field: FieldDefinition<T>): string[]
  /** JSON Schema of the value in OpenAPI. */
  jsonSchema(field: FieldDefinition<T>): Record<string, unknown>
}

export interface Column {
  /** Column name in full, e.g. turnover_amount. */
  name: string
  /** SQL type: text, numeric, uuid, uuid[], jsonb … ; collation included where text is sorted for people. */
  type: string
}

/** `column` is the base name from the registry (snake_case of the field, `x_…` for custom ones); `alias` the table's alias in the statement. */
export interface FieldServer<T extends FieldTypeName, V> {
  columns(field: FieldDefinition<T>, column: string): Column[]
  /** Values for `columns`, in order, as JSON that jsonb_to_recordset turns into the column's type. */
  toColumns(value: V | null, field: FieldDefinition<T>): unknown[]
  /** One SQL expression whose node-postgres value `fromSql` turns into the API value. */
  select(field: FieldDefinition<T>, column: string, alias: string): Sql
  fromSql(value: unknown, field: FieldDefinition<T>): V | null
  /** The scalar of the whole value in expressions (same meaning as exprValue); parts by name. */
  expr(field: FieldDefinition<T>, column: string, alias: string): Sql
  part?(field: FieldDefinition<T>, column: string, alias: string, part: string): Sql
  /** What ORDER BY uses, one scalar expression with its SQL type for cursors. null: cannot be sorted by. */
  order(field: FieldDefinition<T>, column: string, alias: string): { expression: Sql; type: string } | null
  /** SQL of index definitions after `on table`, when the field is indexed: ['using btree (city, id)'] . */
  indexes(field: FieldDefinition<T>, column: string): string[]
  /** Condition of the rows whose value would not fit the field as it is to be, of this type or a wider one; null: all fit, whatever they are. */
  lossSql?(next: FieldDefinition, column: string, alias: string): Sql | null
}

export interface FieldExamples<T extends FieldTypeName, V> {
  field: Omit<FieldDefinition<T>, 'id' | 'name' | 'label'>
  /** What a person reads is less than the value: read back from text it keeps its words alone. */
  plainShown?: boolean
  /** Canonical values, each different, ugly ones among them (diacritics, quotes, long, extremes). */
  values: readonly V[]
  /** JSON that must be refused by accept. */
  refused: readonly unknown[]
  /** What people type and what it must become; null means empty. */
  typed: readonly { text: string; language?: Language; value: V | null }[]
  typedRefused: readonly string[]
}

// ---- JSON shapes of the values --------------------------------------------------------------------------------
// text longText web mail phone (E.164) choice autoNumber: string · number percent rating: decimal string in canonical form ("12.5")
// richText: HTML of a few tags, always in the same form
// yesNo: boolean · date 'YYYY-MM-DD' · time 'HH:MM' · dateTime RFC 3339 UTC · choices: string[] · link: id in, {id,name} out
export interface Money { amount: string; currency: string }
export interface Address { street?: string; building?: string; postalCode?: string; city?: string; region?: string; country?: string }
export interface FileValue { hash: string; name: string; size: number; type: string }
export interface KindedPhone { kind: string; value: string; note?: string }
export interface KindedMail { kind: string; value: string; note?: string }
export interface KindedAddress extends Address { kind: string; note?: string }

/** Value type of each field type. First of phones/mails/addresses is the main one. */
export interface FieldValues {
  text: string; longText: string; richText: string; number: string; money: Money; percent: string; rating: string; date: string; time: string; dateTime: string
  yesNo: boolean; choice: string; choices: string[]; link: string; links: string[]; mail: string; phone: string; web: string
  address: Address; autoNumber: string; file: FileValue; files: FileValue[]; picture: FileValue
  phones: KindedPhone[]; mails: KindedMail[]; addresses: KindedAddress[]
}
