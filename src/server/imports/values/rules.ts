import type { FieldDefinition, FieldTypeName, Values } from '../../../contract/definition.ts'
import { isRefusal, refusal, type Refusal } from '../../../contract/refusal.ts'
import { fold } from '../../../expression/fold.ts'
import type { Cell, Manner } from '../../../fields/field.ts'
import { currencyOf } from '../../../fields/money/currencies.ts'
import { typeOf } from '../../../fields/types.ts'
import type { ColumnTarget } from '../contract.ts'
import { refusals } from '../texts.ts'

/** A cell as the file has it: text of a CSV, or a typed cell of a workbook. */
export type FileCell = string | NonNullable<Cell>

/** A record that a cell names by one of its fields, to be looked up with those of other rows in one go. */
export interface Lookup {
  column: number
  field: FieldDefinition<'link' | 'links'>
  by: string
  text: string
  whenMissing: 'refuse' | 'empty' | 'create'
}

export interface CellRefusal {
  column: number | null
  field: string | null
  refusal: Refusal
}

export interface PreparedRow {
  values: Values
  lookups: Lookup[]
  refusals: CellRefusal[]
  /** It names a record that another row of the file brings: that one goes first. */
  awaits: boolean
}

interface Target extends ColumnTarget {
  definition: FieldDefinition
  translation: ReadonlyMap<string, string> | null
  /** Its value comes of several columns, as an amount with the currency beside it. */
  isComposed: boolean
}

export interface Plan {
  targets: readonly Target[]
  defaults: Values
}

/** The mapping made ready for many rows. Targets whose field is gone are dropped: they were refused when the mapping was saved. */
export function planOf(fields: readonly FieldDefinition[], mapping: readonly ColumnTarget[], defaults: Values = {}): Plan {
  const byName = new Map(fields.map((field) => [field.name, field]))
  const pieced = new Set(mapping.flatMap(({ field, part }) => (part === undefined ? [] : [field])))
  const targets = mapping.flatMap((target) => {
    const definition = byName.get(target.field)
    const translation = target.values === undefined ? null : new Map(Object.entries(target.values).map(([from, to]) => [fold(from), to]))
    const isComposed = target.kind !== undefined || pieced.has(target.field) || (definition !== undefined && isKinded(definition))
    return definition === undefined ? [] : [{ ...target, definition, translation, isComposed }]
  })
  return { targets, defaults }
}

const textOf = (cell: FileCell): string => (typeof cell === 'string' ? cell : String(cell.value)).trim()

/** What one row of the file means for a record; links are left to be looked up. */
export function prepareRow(plan: Plan, cells: readonly FileCell[], manner: Manner): PreparedRow {
  const row: PreparedRow = { values: { ...plan.defaults }, lookups: [], refusals: [], awaits: false }
  const composed = new Map<string, Part[]>()
  for (const target of plan.targets) {
    const cell = cells[target.column]
    if (cell === undefined) continue
    const text = translated(target, textOf(cell))
    if (text === '') continue
    if (isLink(target.definition)) row.lookups.push(lookupOf(target, target.definition, text))
    else if (target.isComposed) partsOf(composed, target).push({ target, text })
    else take(row, target, readCell(target.definition, typeof cell === 'string' || target.translation ? text : cell, manner))
  }
  for (const parts of composed.values()) compose(row, parts, manner)
  return row
}

interface Part {
  target: Target
  text: string
}

const translated = (target: Target, text: string): string => target.translation?.get(fold(text)) ?? text
const isLink = (field: FieldDefinition): field is FieldDefinition<'link' | 'links'> => 'target' in field
const isKinded = (field: FieldDefinition): field is FieldDefinition<'phones' | 'mails' | 'addresses'> => 'kinds' in field

function lookupOf(target: Target, field: FieldDefinition<'link' | 'links'>, text: string): Lookup {
  return { column: target.column, field, by: target.by ?? 'name', text, whenMissing: target.whenMissing ?? 'refuse' }
}

function partsOf(composed: Map<string, Part[]>, target: Target): Part[] {
  const parts = composed.get(target.field) ?? []
  composed.set(target.field, parts)
  return parts
}

function take(row: PreparedRow, target: Target, value: unknown): void {
  if (isRefusal(value)) row.refusals.push({ column: target.column, field: target.field, refusal: value })
  else if (value !== null) row.values[target.field] = value
}

/** Numbers and dates of a workbook are exact as they are; texts are read as people write them. */
function readCell(field: FieldDefinition, cell: FileCell, manner: Manner): unknown {
  const type = typeOf(field)
  if (typeof cell !== 'string' && cell.kind === 'number' && field.type === 'money') return type.read(`${exactText(cell.value)} ${currencyIn(cell.format)}`.trim(), field, manner)
  if (typeof cell !== 'string' && cell.kind !== 'text') {
    const exact = type.accept(cell.kind === 'number' ? String(cell.value) : cell.value, field)
    if (!isRefusal(exact)) return exact
  }
  return type.read(typeof cell === 'string' ? cell : String(cell.value), field, manner)
}

/** Without an exponent, whatever its size, and with the point that every language reads. */
const exactText = (value: number): string => (Math.abs(value) < 1e-6 || Math.abs(value) >= 1e21 ? value.toFixed(10) : String(value))

/** 'EUR' of an amount that stands as `#,##0.00 "EUR"` or `[$€-407] #,##0`; nothing of a bare number. */
function currencyIn(format = ''): string {
  const marks = [...format.split(';')[0]!.matchAll(/"([^"]+)"|\[\$([^\]-]+)[^\]]*\]|([$€£¥])/g)].map(([, quoted, coded, sign]) => (quoted ?? coded ?? sign)!.trim())
  return marks.find((mark) => currencyOf(mark) !== null) ?? ''
}

/** Several columns that make one value: an address of street and city, phones of several kinds, an amount and its currency. */
function compose(row: PreparedRow, parts: readonly Part[], manner: Manner): void {
  const { definition } = parts[0]!.target
  if (isKinded(definition)) composeEntries(row, definition, parts, manner)
  else composeOne(row, definition, parts, manner)
}

function composeEntries(row: PreparedRow, field: FieldDefinition<'phones' | 'mails' | 'addresses'>, parts: readonly Part[], manner: Manner): void {
  const byKind = Map.groupBy(parts, ({ target }) => target.kind ?? field.kinds[0]!.value)
  const entries: unknown[] = []
  for (const [kind, ofKind] of byKind) {
    const wholes = ofKind.filter(({ target }) => target.part === undefined)
    for (const { target, text } of wholes) {
      const read = typeOf(field).read(text, field, manner)
      if (isRefusal(read)) row.refusals.push({ column: target.column, field: field.name, refusal: read })
      else if (Array.isArray(read)) entries.push(...read.map((entry: object) => (target.kind === undefined && 'kind' in entry ? entry : { ...entry, kind })))
    }
    const pieces = ofKind.filter(({ target }) => target.part !== undefined)
    if (pieces.length > 0) entries.push({ kind, ...Object.fromEntries(pieces.map(({ target, text }) => [target.part, text])) })
  }
  const accepted = typeOf(field).accept(entries, field)
  take(row, parts[0]!.target, placed(accepted, parts))
}

function composeOne(row: PreparedRow, field: FieldDefinition, parts: readonly Part[], manner: Manner): void {
  const whole = parts.find(({ target }) => target.part === undefined)
  const pieces = Object.fromEntries(parts.filter(({ target }) => target.part !== undefined).map(({ target, text }) => [target.part!, text]))
  const first = parts[0]!.target
  if (field.type !== 'money') return take(row, first, typeOf(field).accept(pieces, field))
  const amount = whole?.text ?? pieces.amount
  if (amount === undefined) return
  take(row, first, typeOf(field).read(pieces.currency === undefined ? amount : `${amount} ${pieces.currency}`, field, manner))
}

/** A composed value is refused at its own part where the refusal names one. */
function placed(accepted: unknown, parts: readonly Part[]): unknown {
  if (!isRefusal(accepted) || accepted.field === undefined) return accepted
  const part = accepted.field.split('.').at(-1)
  const target = parts.find((one) => one.target.part === part)
  return target === undefined ? accepted : { ...accepted, field: part }
}

export const wrongColumns = (expected: number, found: number): Refusal =>
  refusal(found > expected ? 'too_many_columns' : 'too_few_columns', found > expected ? refusals.tooManyColumns : refusals.tooFewColumns, { values: { expected, found } })

export type { FieldTypeName }
