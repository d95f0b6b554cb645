import type { SectionDefinition } from '../../../../contract/definition.ts'
import type { ObjectView } from '../../../../contract/records.ts'
import type { Text } from '../../../../contract/text.ts'
import { fieldOf, type FieldView } from '../../api/metadata.ts'

export interface Section extends Omit<SectionDefinition, 'fields' | 'label'> {
  label?: Text
  fields: FieldView[]
}

/** Sections of an object's form; whose record it is stands at the end of the first. */
export function sectionsOf(object: ObjectView): Section[] {
  const known = (names: readonly string[]) => names.map((name) => fieldOf(object, name)).filter((field) => field !== null)
  const sections = object.form.map((section) => ({ ...section, fields: known(section.fields) }))
  const owner = fieldOf(object, 'owner')
  const placed = sections.some((section) => section.fields.some((field) => field.name === 'owner'))
  if (owner !== null && !placed && sections[0] !== undefined) sections[0] = { ...sections[0], fields: [...sections[0].fields, owner] }
  return sections.filter((section) => section.fields.length > 0)
}

/** The few fields a new record is begun with: those said, the required ones, and what is already known of it. */
export function quickFields(object: ObjectView, given: readonly string[]): FieldView[] {
  const said = object.quickCreate ?? sectionsOf(object)[0]?.fields.map((field) => field.name) ?? []
  const required = object.fields.filter((field) => field.required && field.access === 'write').map((field) => field.name)
  const names = [...new Set([...said, ...required, ...given])]
  return names.map((name) => fieldOf(object, name)).filter((field) => field !== null && field.access === 'write') as FieldView[]
}
