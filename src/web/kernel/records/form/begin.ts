import type { Values } from '../../../../contract/definition.ts'
import { sameValue } from '../../../../fields/as-text.ts'
import { sentValue } from '../field/conditions.ts'
import type { About } from './rules.ts'
import type { FormField } from './useRecordForm.ts'

/** Values that follow from each other are there after as many rounds as they are deep. */
const mostRounds = 5

/**
 * Values of a new record with those it begins with. `before`: as they were before the person changed something; a value that was then
 * as it began goes on to follow from the others, one of his own stays. What only the server can tell stays empty, and is filled in there.
 */
export function withDefaults(about: About, fields: readonly FormField[], { values, before }: { values: Values; before: Values | null }): Values {
  const begun = fields.filter((field) => field.default !== undefined && field.access !== 'read')
  const follows = (field: FormField) => (before === null ? !(field.name in values) : isSame(values, before, field) && isAsBegun(about, field, before))
  const following = begun.filter(follows)
  let now = values
  for (let round = 0; round < mostRounds; round++) {
    const next = following.reduce<Values>((all, field) => ({ ...all, [field.name]: about.startOf(field, all) }), now)
    if (following.every((field) => isSame(now, next, field) && field.name in now)) return next
    now = next
  }
  return now
}

/** Is the value what the record would have without a word of the person? */
export const isAsBegun = (about: About, field: FormField, values: Values): boolean => isSame(values, { [field.name]: about.startOf(field, values) }, field)

const isSame = (one: Values, other: Values, field: FormField): boolean => sameValue(sentValue(field, one[field.name]), sentValue(field, other[field.name]), field)
