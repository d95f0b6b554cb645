/** Paths as columns, order, groups and measures name them: 'name', 'owner.name', 'parent.owner.name', 'addresses.city'. */
import type { FieldDefinition, ObjectDefinition } from '../../../contract/definition.ts'
import { refuse } from '../../../contract/refusal.ts'
import type { ExprType } from '../../../expression/types.ts'
import { typeOf } from '../../../fields/types.ts'
import { canRead, type Rights } from '../access/field-access.ts'
import { linkedRow, type Draft, type Row } from './draft.ts'
import { texts } from './texts.ts'

export interface FieldPath {
  path: string
  /** To-one links to follow first. */
  links: readonly string[]
  /** The object of the last field. */
  object: ObjectDefinition
  field: FieldDefinition
  part: string | null
  /** Of the field or its part, in the expression language. */
  type: ExprType
}

const longest = 8

/** Null when there is no such path for this person: hidden and missing are the same. */
export function findPath(rights: Rights, object: ObjectDefinition, path: string): FieldPath | null {
  const names = path.split('.')
  if (names.length > longest) return null
  const links: string[] = []
  let at = object
  for (const [index, name] of names.entries()) {
    const field = canRead(rights, at.name, name) ? rights.registry.field(at.name, name) : null
    if (field === null) return null
    const rest = names.slice(index + 1)
    const type = typeOf(field)
    if (rest.length === 0) return { path, links, object: at, field, part: null, type: type.exprType(field) }
    if (field.type === 'link') {
      const target = rights.registry.objects.get(field.target)
      if (target === undefined) return null
      links.push(name)
      at = target
    } else {
      const part = rest.length === 1 ? type.parts?.(field)[rest[0]!] : undefined
      return part === undefined ? null : { path, links, object: at, field, part: rest[0]!, type: part.type }
    }
  }
  return null
}

export function pathOf(rights: Rights, object: ObjectDefinition, path: string, parameter: string): FieldPath {
  return findPath(rights, object, path) ?? refuse('unknown_field', texts.unknownField, { field: parameter, values: { name: path }, status: 400, facts: { name: path } })
}

export function rowAt(draft: Draft, row: Row, path: FieldPath): Row {
  return path.links.reduce((at, link) => linkedRow(draft, at, link), row)
}
