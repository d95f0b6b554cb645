/** What "why?" adds of the rights that are the same for every record of the object: fields, actions, works on many. */
import { massVerbs, type ObjectDefinition } from '../../../contract/definition.ts'
import type { Text } from '../../../contract/text.ts'
import type { Ctx } from '../context.ts'
import { texts, massNames } from './explain-texts.ts'
import { fieldAccess } from './field-access.ts'
import { mayMass, mayRun } from './withheld.ts'

/** Sentences about what the person's roles narrow in this object; none for administrators. */
export function limitsInWords(his: Ctx, object: ObjectDefinition): Text[] {
  if (his.who.all) return []
  const accessOf = (name: string) => fieldAccess(his, object.name, name)
  const hidden = object.fields.filter((field) => accessOf(field.name) === 'none')
  const readOnly = object.fields.filter((field) => accessOf(field.name) === 'read' && field.readOnly !== true)
  const withheld = [
    ...massVerbs.filter((verb) => !mayMass(his.who, object.name, verb)).map((verb) => massNames[verb]),
    ...(object.actions ?? []).filter(({ name }) => !mayRun(his.who, object.name, name)).map(({ label }) => label),
  ]
  return [
    ...sentence(texts.fieldsHidden, hidden.map((field) => field.label)),
    ...sentence(texts.fieldsReadOnly, readOnly.map((field) => field.label)),
    ...sentence(texts.worksWithheld, withheld),
  ]
}

function sentence(text: Text, named: readonly Text[]): Text[] {
  if (named.length === 0) return []
  const filled = (language: 'pl' | 'en') => text[language].replace('{names}', () => named.map((one) => one[language]).join(', '))
  return [{ pl: filled('pl'), en: filled('en') }]
}
