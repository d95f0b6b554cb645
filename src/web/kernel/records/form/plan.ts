/** Which fields a form asks for, with these values in it: choosing another type changes the sections, and nothing typed is lost. */
import type { Values } from '../../../../contract/definition.ts'
import type { ObjectView, RecordRow } from '../../../../contract/records.ts'
import { fieldOf, type FieldView } from '../../api/metadata.ts'
import { formSections, quickFields, sectionsOf, type Section } from './sections.ts'

export interface FormScope {
  object: ObjectView
  record: RecordRow | null
  given?: Values
  /** Just this field. */
  only?: string
  /** Few fields first, the rest on demand. */
  quick: boolean
}

export interface FormPlan {
  /** The type of a new record, chosen before all else. */
  type: FieldView | null
  sections: Section[]
  quick: FieldView[]
}

export function planOf({ object, record, given = {}, only, quick }: FormScope, values: Values): FormPlan {
  if (only !== undefined) return { type: null, sections: onlyField(object, only), quick: [] }
  const type = record === null && object.typeField !== undefined ? fieldOf(object, object.typeField) : null
  const chosen = type === null ? {} : { [type.name]: values[type.name] }
  const sections = formSections(object, values).map((section) => ({ ...section, fields: section.fields.filter((field) => field !== type) }))
  return { type: type?.access === 'write' ? type : null, sections: sections.filter(({ fields }) => fields.length > 0), quick: quick ? quickFields(object, { ...given, ...chosen }) : [] }
}

function onlyField(object: ObjectView, name: string): Section[] {
  const field = fieldOf(object, name)
  const section = sectionsOf(object).find(({ fields }) => fields.some((one) => one.name === name))
  return field === null ? [] : [{ key: section?.key ?? name, fields: [field] }]
}

/** Names of the fields that may be sent: those with a place on the form as it is now, and what was known beforehand. */
export function placedIn(plan: FormPlan, given: Values, isShown: (section: Section) => boolean): ReadonlySet<string> {
  const fields = [...(plan.type === null ? [] : [plan.type]), ...plan.quick, ...plan.sections.filter(isShown).flatMap((section) => section.fields)]
  return new Set([...fields.map(({ name }) => name), ...Object.keys(given)])
}
