import type { Values } from '../../../../contract/definition.ts'
import type { ObjectView, RecordRow } from '../../../../contract/records.ts'
import { sameValue } from '../../../../fields/as-text.ts'
import type { FieldView } from '../../api/metadata.ts'
import { sentValue } from '../field/conditions.ts'
import { sectionsOf } from '../form/sections.ts'

/** Whose value stays: a record's id, or of lists all together. */
export type Chosen = Readonly<Record<string, string>>
export const together = 'together'

const lists = new Set(['phones', 'mails', 'addresses', 'links', 'choices', 'files'])
export const canJoin = (field: FieldView): boolean => lists.has(field.type)

/** Fields a person may settle: those of the form that he may write, with a value in at least one of the records. */
export function settledFields(object: ObjectView, records: readonly RecordRow[]): FieldView[] {
  return sectionsOf(object).flatMap((section) => section.fields).filter((field) => field.access === 'write' && !field.readOnly && records.some((record) => sentValue(field, record[field.name]) !== null))
}

export const differs = (field: FieldView, records: readonly RecordRow[]): boolean => records.some((record) => !sameValue(sentValue(field, record[field.name]), sentValue(field, records[0]![field.name]), field))

/** Without a choice: lists together; else the kept record's value, or the first one that is not empty. */
export function chosenFor(field: FieldView, records: readonly RecordRow[], keep: string, chosen: Chosen): string {
  const said = chosen[field.name]
  if (said !== undefined) return said
  if (canJoin(field) && differs(field, records)) return together
  const inOrder = [...records].sort((a, b) => Number(b.id === keep) - Number(a.id === keep))
  return inOrder.find((record) => sentValue(field, record[field.name]) !== null)?.id ?? keep
}

export function resultOf(field: FieldView, records: readonly RecordRow[], keep: string, chosen: Chosen): unknown {
  const from = chosenFor(field, records, keep, chosen)
  if (from !== together) return records.find((record) => record.id === from)?.[field.name] ?? null
  const inOrder = [...records].sort((a, b) => Number(b.id === keep) - Number(a.id === keep))
  const all = inOrder.flatMap((record) => (record[field.name] as unknown[] | null | undefined) ?? [])
  const seen = new Set<string>()
  return all.filter((item) => {
    const key = keyOf(item)
    return seen.has(key) ? false : seen.add(key)
  })
}

/** What makes two items of a list the same: id, number or address; not its kind or note. */
function keyOf(item: unknown): string {
  if (item === null || typeof item !== 'object') return String(item)
  if ('id' in item) return String(item.id)
  if ('hash' in item) return String(item.hash)
  const { kind: _, note: __, ...rest } = item as Record<string, unknown>
  return JSON.stringify(Object.entries(rest).sort())
}

/** Only what is to be other than in the record that stays. */
export function mergedValues(fields: readonly FieldView[], records: readonly RecordRow[], keep: string, chosen: Chosen): Values {
  const kept = records.find((record) => record.id === keep)!
  const values = fields.map((field) => [field, resultOf(field, records, keep, chosen)] as const)
  return Object.fromEntries(values.filter(([field, value]) => !sameValue(sentValue(field, value), sentValue(field, kept[field.name]), field)).map(([field, value]) => [field.name, sentValue(field, value)]))
}
