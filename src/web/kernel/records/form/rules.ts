import type { FieldDefinition, Values } from '../../../../contract/definition.ts'
import type { MetadataAnswer } from '../../../../contract/records.ts'
import type { Manner } from '../../../../fields/field.ts'
import { webOf } from '../../../../fields/webs.ts'
import { useMetadata } from '../../api/metadata.ts'
import { useSession } from '../../api/session.ts'
import { useManner, type Teller } from '../../ui/language.ts'
import { valueOfExpression, type Mine } from '../field/conditions.ts'
import { texts } from './texts.ts'

/** Who fills the form in, when, and about what: all that conditions and default values need. */
export interface About {
  metadata: MetadataAnswer
  object: string
  manner: Manner
  me: string
  mine: Mine
  /** The value a field of a new record begins with, beside these values; null where only the server can tell. */
  startOf(field: FieldDefinition, values: Values): unknown
}

export function useAbout(object: string): About {
  const metadata = useMetadata()
  const manner = useManner()
  const { user: { id: me, name: myName }, mine } = useSession()
  const facts = { metadata, object, manner, me, mine }
  const startOf = (field: FieldDefinition, values: Values) => {
    const value = valueOfExpression(facts, field.default!.expression, values) ?? null
    const id = value !== null && typeof value === 'object' && 'id' in value ? value.id : value
    if (field.type !== 'link') return value
    return id === me ? { id: me, name: myName } : (Object.values(values).find((one) => id !== null && (one as { id?: unknown } | null)?.id === id) ?? null)
  }
  return { ...facts, startOf }
}

/** What the declared conditions say of the fields, with these values. The server says the same again on saving. */
export function rulesOf(about: About, values: Values, t: Teller) {
  // What cannot be told here does not stand in the way of filling in.
  const holds = (condition: string | undefined, otherwise: boolean) => {
    const value = condition === undefined ? undefined : valueOfExpression(about, condition, values)
    return value === undefined ? otherwise : value === true
  }
  return {
    isShown: (field: FieldDefinition) => !field.hidden && holds(field.shownWhen, true),
    isSectionShown: (section: { shownWhen?: string }) => holds(section.shownWhen, true),
    isRequired: (field: FieldDefinition) => field.required === true || holds(field.requiredWhen, false),
    /** Why it cannot be changed; undefined when it can. */
    whyDisabled(field: FieldDefinition & { access?: 'read' | 'write' }): string | undefined {
      if (field.computed !== undefined) return t(texts.calculated)
      if (field.readOnly || webOf(field).given) return t(texts.readOnly)
      if (field.access === 'read') return t(texts.noAccess)
      return holds(field.readOnlyWhen, false) ? t(texts.readOnlyNow) : undefined
    },
  }
}

export type FieldRules = ReturnType<typeof rulesOf>
