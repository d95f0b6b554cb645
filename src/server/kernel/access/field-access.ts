/** Functions and fields: what may be done at all, whatever the record. Rows are in row-rule.ts. */
import type { Verb } from '../../../contract/definition.ts'
import type { Ctx } from '../context.ts'
import { isFormulaShown } from '../formulas/shown.ts'
import type { FieldAccess, Grant, Who } from './who.ts'

export type Rights = Pick<Ctx, 'who' | 'registry'>

/** A key narrows its owner: records:read to looking, records:write to all that is done with records. */
export function keyAllows(who: Who, verb: Verb): boolean {
  const scopes = who.keyScopes
  if (scopes === null || scopes.has('records:write')) return true
  return scopes.has('records:read') && (verb === 'read' || verb === 'export')
}

/** Grants of roles for this object and verb. */
export function grantsFor(who: Who, object: string, verb: Verb): Grant[] {
  return who.grants.filter((grant) => grant.object === object && grant.verb === verb && grant.scope !== 'none')
}

/** The verb that is needed on a record for this verb on what follows it. */
export const verbAbove = (verb: Verb): Verb => (verb === 'read' || verb === 'export' ? verb : 'change')

/** Is it the program's alone to do that with records of this object, whatever a person was granted? */
export function isProgramsAlone({ who, registry }: Rights, object: string, verb: Verb): boolean {
  const isPerson = who.userId !== null && who.byProgram !== true
  return isPerson && verb !== 'read' && verb !== 'export' && registry.objects.get(object)?.programOnly === true
}

/** Is there any record at all he might do it with? False: refuse the function itself (403). */
export function mayVerb({ who, registry }: Rights, object: string, verb: Verb): boolean {
  return keyAllows(who, verb) && !isProgramsAlone({ who, registry }, object, verb) && (who.all || mayReach({ who, registry }, object, verb, []))
}

function mayReach(rights: Rights, name: string, verb: Verb, above: readonly string[]): boolean {
  const { who, registry } = rights
  const object = registry.objects.get(name)
  if (object === undefined || above.includes(name)) return false
  if (grantsFor(who, name, verb).length > 0) return true
  if (who.userId !== null && (object.baseline?.[verb] ?? 'none') !== 'none') return true
  if (object.access.kind !== 'follows') return false
  return object.access.links.some((link) => {
    const field = registry.field(name, link)
    return field !== null && 'target' in field && mayReach(rights, field.target, verbAbove(verb), [...above, name])
  })
}

/**
 * What the caller may do with the field on the records he reaches, the most that any of his roles gives. Unknown fields: none.
 * Who reaches an object only by its baseline has only the fields of the baseline. A calculated field is hidden from whoever may not read
 * all it is computed from, also on other objects, unless it was released.
 */
export function fieldAccess({ who, registry }: Rights, object: string, field: string): FieldAccess {
  const definition = registry.field(object, field)
  if (definition === null) return 'none'
  // A field may be asked for by a name it had; rights are kept by the name it has.
  const { name, hidden, formula, released, workedOutFrom } = definition
  if (hidden === true && who.userId !== null) return 'none'
  if (name === 'id' || name === 'version') return 'read'
  if (who.all) return 'write'
  if (!isShownBy({ who, registry }, object, name)) return 'none'
  if (formula !== undefined && released !== true && !isFormulaShown({ who, registry }, object, name, canRead)) return 'none'
  if (workedOutFrom !== undefined && fieldAccess({ who, registry }, object, workedOutFrom) === 'none') return 'none'
  return who.fields[object]?.[name] ?? 'write'
}

function isShownBy({ who, registry }: Rights, name: string, field: string): boolean {
  const object = registry.object(name)
  if (object.baselineFields === undefined || field === object.nameField || object.baselineFields.includes(field)) return true
  return who.grants.some((grant) => grant.object === name && grant.scope !== 'none')
}

/** May it be named in columns, conditions, order, groups, search? */
export function canRead(rights: Rights, object: string, field: string): boolean {
  return mayVerb(rights, object, 'read') && fieldAccess(rights, object, field) !== 'none'
}
