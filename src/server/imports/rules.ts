import type { FieldDefinition } from '../../contract/definition.ts'
import { refusal, type Refusal } from '../../contract/refusal.ts'
import type { ColumnTarget, ImportOptions } from './contract.ts'
import { refusals } from './texts.ts'

/** Why this mapping cannot be used; empty when it can. `fields` are those the person may write. */
export function whyNotMapping(fields: readonly FieldDefinition[], mapping: readonly ColumnTarget[]): Refusal[] {
  const known = new Set(fields.map((field) => field.name))
  const seen = new Set<string>()
  return mapping.flatMap((target, index) => {
    const place = `mapping.${index}`
    const key = JSON.stringify([target.field, target.part ?? null, target.kind ?? null])
    const twice = seen.has(key)
    seen.add(key)
    if (!known.has(target.field)) return [refusal('unknown_field', refusals.unknownTarget, { field: place, values: { field: target.field } })]
    return twice ? [refusal('import.column_twice', refusals.columnTwice, { field: place, values: { field: target.field } })] : []
  })
}

/** Required fields that nothing fills: every new record would be refused, so it is said before. */
export function whyNotComplete(fields: readonly FieldDefinition[], mapping: readonly ColumnTarget[], options: ImportOptions, language: 'pl' | 'en'): Refusal[] {
  if (mapping.length === 0) return [refusal('import.nothing_mapped', refusals.nothingMapped, { field: 'mapping' })]
  const missing = changesOnly(options) ? [] : unfilled(fields, mapping, options)
  return missing.map((field) => refusal('import.required_unmapped', refusals.requiredUnmapped, { field: field.name, values: { label: field.label[language] } }))
}

/** Whatever is found is changed: such a file may do without what only new records need. */
const changesOnly = ({ keys, found }: ImportOptions): boolean => (keys ?? []).length > 0 && (found === 'update' || found === 'updateEmpty')

/** Fields without which nothing new can be made of this file. */
export function unfilled(fields: readonly FieldDefinition[], mapping: readonly ColumnTarget[], options: ImportOptions): FieldDefinition[] {
  const filled = new Set([...mapping.map((target) => target.field), ...Object.keys(options.defaults ?? {})])
  return fields.filter((field) => field.required && !field.readOnly && field.default === undefined && !filled.has(field.name))
}

export type Decision = 'create' | 'update' | 'updateEmpty' | 'skip' | 'ask'

/** What happens with a row whose record is already there. */
export function decisionFor(options: ImportOptions, line: number): Decision {
  const found = options.found ?? 'skip'
  return found === 'ask' ? (options.decisions?.[String(line)] ?? options.undecided ?? 'ask') : found
}

const isEmpty = (value: unknown) => value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)

/** Only what the record lacks. */
export function onlyEmpty(given: Record<string, unknown>, current: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(given).filter(([name]) => isEmpty(current[name])))
}

/** Settings that only say what to do with found rows: what was looked through stays true. */
export const decidesOnly = (options: ImportOptions | undefined): boolean => Object.keys(options ?? {}).every((name) => name === 'decisions' || name === 'undecided')

/** How the file is gone through beforehand: every found row waits for its decision, so that deciding never makes the preview untrue. */
export function asked(options: ImportOptions): ImportOptions {
  if (options.found !== 'ask') return options
  const { decisions: _, undecided: __, ...rest } = options
  return rest
}
