import type { ObjectView } from '../../contract/records.ts'
import { fold } from '../../expression/fold.ts'
import { typeOf } from '../../fields/types.ts'
import { fieldOf, isLink, type FieldView } from '../kernel/api/metadata.ts'
import { sectionsOf } from '../kernel/records/form/sections.ts'
import type { Teller } from '../kernel/ui/language.ts'
import type { ColumnTarget } from './api.ts'
import { texts } from './texts.ts'

/** Somewhere a column may go: a field, a part of it, an entry of some kind. */
export interface Target {
  key: string
  label: string
  field: FieldView
  goes: Omit<ColumnTarget, 'column'>
}
export interface TargetGroup {
  label: string
  targets: Target[]
}

const notFromText = new Set(['file', 'files', 'picture', 'autoNumber'])

export const importableFields = (object: ObjectView): FieldView[] => object.fields.filter((field) => field.access === 'write' && !field.readOnly && !field.hidden && !notFromText.has(field.type))

/** The first kind is what an entry is without one, so both are the same place. */
export function keyOfTarget(object: ObjectView, { field, part, kind }: Pick<ColumnTarget, 'field' | 'part' | 'kind'>): string {
  const declared = fieldOf(object, field)
  const first = declared !== null && 'kinds' in declared ? declared.kinds[0]?.value : undefined
  return [field, part ?? '', kind === undefined || kind === first ? '' : kind].join('|')
}

export function targetsOf(object: ObjectView, t: Teller): TargetGroup[] {
  const fields = new Set(importableFields(object))
  const sections = sectionsOf(object).map((section) => ({ label: section.label ? t(section.label) : t(object.label), fields: section.fields.filter((field) => fields.delete(field)) }))
  const groups = [...sections, { label: t(texts.otherFields), fields: [...fields] }]
  return groups.map(({ label, fields }) => ({ label, targets: fields.flatMap((field) => targetsOfField(object, field, t)) })).filter(({ targets }) => targets.length > 0)
}

const capital = (text: string): string => text.charAt(0).toLocaleUpperCase() + text.slice(1)

function targetsOfField(object: ObjectView, field: FieldView, t: Teller): Target[] {
  const own = t(field.label)
  const made = (label: string, goes: Omit<ColumnTarget, 'column' | 'field'>): Target => ({ key: keyOfTarget(object, { field: field.name, ...goes }), label, field, goes: { field: field.name, ...goes } })
  const parts = Object.entries(typeOf(field).parts?.(field) ?? {}).map(([part, { label }]) => ({ part, label: capital(t(label)) })).filter(({ part }) => !['main', 'value', 'kind'].includes(part))
  if (field.type === 'addresses') {
    return field.kinds.flatMap((kind, at) => {
      const of = at === 0 ? {} : { kind: kind.value }
      return [...parts.map(({ part, label }) => made(`${label} (${t(kind.label).toLocaleLowerCase()})`, { part, ...of })), made(t(texts.wholeAddress, { kind: t(kind.label).toLocaleLowerCase() }), of)]
    })
  }
  if (field.type === 'address') return [...parts.map(({ part, label }) => made(`${own}: ${label.toLocaleLowerCase()}`, { part })), made(own, {})]
  if (field.type === 'phones' || field.type === 'mails') return field.kinds.map((kind, at) => made(at === 0 ? own : `${own}: ${t(kind.label).toLocaleLowerCase()}`, at === 0 ? {} : { kind: kind.value }))
  if (field.type === 'money') return [made(own, {}), ...parts.filter(({ part }) => part === 'currency').map(({ part, label }) => made(`${own}: ${label.toLocaleLowerCase()}`, { part }))]
  return [made(own, {})]
}

/** Fields by which a text of the file can find a record. */
export function lookupsOf(target: ObjectView | null): FieldView[] {
  if (target === null) return []
  const finds = (field: FieldView) => ['text', 'mail', 'phone', 'autoNumber'].includes(field.type) && (field.name === target.nameField || ('unique' in field && field.unique === true) || ('pattern' in field && field.pattern !== undefined && field.type === 'text'))
  const name = fieldOf(target, target.nameField)
  return [...new Set([...(name === null ? [] : [name]), ...target.fields.filter((field) => finds(field) && field.name !== 'id')])]
}

/** May what is not found be made of this text alone? */
export function mayBeMade(target: ObjectView | null, by: string | undefined): boolean {
  const field = target === null ? null : fieldOf(target, by ?? target.nameField)
  return target !== null && target.can.create && target.name !== 'user' && field !== null && field.access === 'write' && !field.readOnly && target.fields.every((one) => !one.required || one.default !== undefined || one.name === field.name)
}

/** A column turned to another target: whoever held it lets go, for two columns cannot fill one place. */
export function assign(object: ObjectView, mapping: readonly ColumnTarget[], column: number, goes: Omit<ColumnTarget, 'column'> | null): { mapping: ColumnTarget[]; freed: number | null } {
  const key = goes === null ? null : keyOfTarget(object, goes)
  const freed = mapping.find((one) => one.column !== column && keyOfTarget(object, one) === key)?.column ?? null
  const kept = mapping.filter((one) => one.column !== column && one.column !== freed)
  return { mapping: [...kept, ...(goes === null ? [] : [{ column, ...goes }])].sort((a, b) => a.column - b.column), freed }
}

/** How a link is looked up unless said otherwise; dictionaries grow, people and what a record belongs to are not invented. */
export function linkManner(field: FieldView, target: ObjectView | null): Pick<ColumnTarget, 'by' | 'whenMissing'> {
  if (!isLink(field)) return {}
  const by = lookupsOf(target)[0]?.name
  return { ...(by === undefined ? {} : { by }), whenMissing: field.target === 'user' ? 'empty' : !field.required && mayBeMade(target, by) ? 'create' : 'refuse' }
}

/** A mapping made for another file, carried over by the names of its columns. */
export function carry(saved: { mapping: readonly ColumnTarget[]; headers: readonly string[] }, headers: readonly string[]): ColumnTarget[] {
  const left = headers.map((header, index) => ({ header: fold(header), index }))
  return saved.mapping.flatMap((target) => {
    const header = fold(saved.headers[target.column] ?? '')
    const at = left.findIndex((one) => one.header === header)
    return at === -1 ? [] : [{ ...target, column: left.splice(at, 1)[0]!.index }]
  })
}

/** Required fields that neither a column nor a default fills: every new record would be refused. */
export function unfilled(object: ObjectView, mapping: readonly ColumnTarget[], defaults: Readonly<Record<string, unknown>> = {}): FieldView[] {
  const filled = new Set([...mapping.map(({ field }) => field), ...Object.keys(defaults)])
  return object.fields.filter((field) => field.required && !field.readOnly && field.default === undefined && !filled.has(field.name))
}
