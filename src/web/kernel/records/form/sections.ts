import type { SectionDefinition, Values } from '../../../../contract/definition.ts'
import { shownFor } from '../../../../contract/layout.ts'
import type { ObjectView } from '../../../../contract/records.ts'
import type { Text } from '../../../../contract/text.ts'
import { fieldOf, type FieldView } from '../../api/metadata.ts'

export interface Section extends Omit<SectionDefinition, 'fields' | 'label'> {
  label?: Text
  fields: FieldView[]
}

/** Which type of record these values are of: its layout is the one to use. */
export function typeOfRecord(object: ObjectView, values: Values): string | null {
  const type = object.typeField === undefined ? null : values[object.typeField]
  return typeof type === 'string' ? type : null
}

/** Every field of an object in the sections it was declared with; whose record it is stands at the end of the first. */
export function sectionsOf(object: ObjectView): Section[] {
  const sections = known(object, object.form)
  const owner = fieldOf(object, 'owner')
  const placed = sections.some((section) => section.fields.some((field) => field.name === 'owner'))
  if (owner !== null && !placed && sections[0] !== undefined) sections[0] = { ...sections[0], fields: [...sections[0].fields, owner] }
  return sections
}

function known(object: ObjectView, sections: readonly SectionDefinition[]): Section[] {
  return sections.map((section) => ({ ...section, fields: fieldsOf(object, section.fields) })).filter((section) => section.fields.length > 0)
}

const fieldsOf = (object: ObjectView, names: readonly string[]): FieldView[] => names.map((name) => fieldOf(object, name)).filter((field) => field !== null)

/** The form for a record of the type that the values say. A required field has a place even where the layout forgot it. */
export function formSections(object: ObjectView, values: Values): Section[] {
  const sections = known(object, shownFor(object.shown.create, typeOfRecord(object, values))?.sections ?? [])
  const placed = new Set(sections.flatMap(({ fields }) => fields.map(({ name }) => name)))
  const forgotten = requiredFields(object).filter((field) => !placed.has(field.name) && field.name !== object.typeField)
  const last = sections.at(-1)
  if (forgotten.length === 0 || last === undefined) return forgotten.length === 0 ? sections : [{ key: 'required', fields: forgotten }]
  return sections.with(-1, { ...last, fields: [...last.fields, ...forgotten] })
}

const requiredFields = (object: ObjectView): FieldView[] => object.fields.filter((field) => field.required && field.access === 'write' && field.default === undefined)

/** The sections of a record's page; on a telephone those that were published for it. */
export function pageSections(object: ObjectView, record: Values, { phone = false }: { phone?: boolean } = {}): Section[] {
  const type = typeOfRecord(object, record)
  const own = phone && object.shown.mobile !== undefined ? shownFor(object.shown.mobile, type)?.sections : undefined
  return known(object, own ?? shownFor(object.shown.record, type)?.sections ?? [])
}

/** The few fields a new record is begun with: its type, those said, the required ones, and what is already known of it. */
export function quickFields(object: ObjectView, given: Values): FieldView[] {
  const said = shownFor(object.shown.quickCreate, typeOfRecord(object, given))?.fields ?? []
  const required = object.fields.filter((field) => field.required && field.access === 'write').map((field) => field.name)
  const names = new Set([...(object.typeField === undefined ? [] : [object.typeField]), ...said, ...required, ...Object.keys(given)])
  return fieldsOf(object, [...names]).filter((field) => field.access === 'write')
}
