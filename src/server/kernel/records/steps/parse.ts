/** What was sent becomes values: unknown fields, fields one may not write, and values of the wrong shape are refused by name. */
import type { Values } from '../../../../contract/definition.ts'
import { isRefusal, refusal, type Refusal } from '../../../../contract/refusal.ts'
import { isKept, type Draft, type Writing } from '../writing.ts'
import { texts } from '../texts.ts'

export function parse(writing: Writing, draft: Draft): Draft {
  const { layout, access } = writing
  const refusals: Refusal[] = [...draft.refusals]
  const given: Values = {}
  for (const [name, sent] of Object.entries(draft.given)) {
    const field = layout.field(name)
    const may = access.get(name) ?? 'unknown'
    if (field === undefined || may !== 'write') {
      refusals.push(whyNot(isKept(layout, name) || may === 'not_writable', name))
      continue
    }
    const value = sent === undefined ? null : field.type.accept(sent, field.definition)
    if (isRefusal(value)) refusals.push({ ...value, field: value.field === undefined ? name : `${name}.${value.field}` })
    else given[name] = value
  }
  return { ...draft, given, refusals, after: { ...draft.after, ...given } }
}

/** A field one may not see sounds like one that is not there. */
function whyNot(known: boolean, field: string): Refusal {
  return known ? refusal('field_not_writable', texts.fieldNotWritable, { field }) : refusal('unknown_field', texts.unknownField, { field, values: { field } })
}
