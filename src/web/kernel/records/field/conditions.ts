import type { FieldDefinition, Values } from '../../../../contract/definition.ts'
import type { MetadataAnswer } from '../../../../contract/records.ts'
import { check } from '../../../../expression/check.ts'
import { evaluate } from '../../../../expression/evaluate.ts'
import type { Facts, Path, Scope, ScopeField, Typed } from '../../../../expression/language.ts'
import { parse } from '../../../../expression/parse.ts'
import type { ExprValue } from '../../../../expression/types.ts'
import type { Manner } from '../../../../fields/field.ts'
import { typeOf } from '../../../../fields/types.ts'
import { webOf } from '../../../../fields/webs.ts'
import { fieldOf, isLink, objectOf } from '../../api/metadata.ts'

/** What conditions of a form may mention: the fields this person may read. */
export function scopeOf(metadata: MetadataAnswer, object: string): Scope {
  const view = (name: string) => objectOf(metadata, name)
  return {
    object,
    field(name, fieldName) {
      const owner = view(name)
      const field = owner === null ? null : (fieldOf(owner, fieldName) ?? owner.fields.find(({ formerNames }) => formerNames?.includes(fieldName)) ?? null)
      return field === null ? null : scopeFieldOf(field)
    },
    reverse: () => null,
    names: (name) => view(name)?.fields.map((field) => field.name) ?? [],
    me: (list) => (list in listsOfMine ? { type: { kind: 'list', of: { kind: 'record', object: listsOfMine[list as ListOfMine] } }, target: listsOfMine[list as ListOfMine] } : null),
  }
}

/** Ids of what belongs to the person asking, as the session tells them, and what they are ids of. */
export type Mine = Readonly<Record<ListOfMine, readonly string[]>>
type ListOfMine = keyof typeof listsOfMine
const listsOfMine = { teams: 'team', teamMates: 'user', subordinates: 'user', territories: 'territory' } as const

export function scopeFieldOf(field: FieldDefinition): ScopeField {
  const choices = field.type === 'choice' || field.type === 'choices' ? field.choices : undefined
  return { name: field.name, type: typeOf(field).exprType(field), target: isLink(field) ? field.target : undefined, parts: typeOf(field).parts?.(field), label: field.label, choices }
}

const checked = new Map<string, Typed | null>()

function typed(metadata: MetadataAnswer, object: string, expression: string): Typed | null {
  const key = `${metadata.version} ${object} ${expression}`
  if (!checked.has(key)) checked.set(key, understood(metadata, object, expression))
  return checked.get(key)!
}

function understood(metadata: MetadataAnswer, object: string, expression: string): Typed | null {
  const { tree } = parse(expression)
  return tree === undefined ? null : (check(tree, scopeOf(metadata, object)).typed ?? null)
}

/**
 * Value of an expression over half-filled values of a form. What is some links away is not known here and counts as empty; undefined:
 * it counts other records, or mentions what this person may not see, so only the server can tell.
 */
export function valueOfExpression(about: { metadata: MetadataAnswer; object: string; manner: Manner; me: string | null; mine: Mine }, expression: string, values: Values): ExprValue | undefined {
  const what = typed(about.metadata, about.object, expression)
  if (what === null) return undefined
  const object = objectOf(about.metadata, about.object)
  const facts: Facts = {
    me: about.me,
    now: new Date().toISOString(),
    today: about.manner.today,
    timeZone: about.manner.timeZone,
    holidays: about.manner.holidays,
    value: (path: Path) => (path.root === 'me' ? mineAt(about.mine, path) : object === null ? undefined : valueAt(object.fields, path, values)),
  }
  return evaluate(what, facts)
}

const mineAt = (mine: Mine, { links, field }: Path): ExprValue | undefined => (links.length === 0 && field in mine ? mine[field as ListOfMine] : undefined)

function valueAt(fields: readonly FieldDefinition[], path: Path, values: Values): ExprValue {
  const [first] = path.links
  if (first !== undefined) {
    const linked = values[first.field] as { id: string; name: string } | null | undefined
    if (path.links.length > 1 || !linked) return null
    return path.field === 'id' ? linked.id : path.field === 'name' ? linked.name : null
  }
  if (path.field === 'id') return (values.id as string | undefined) ?? null
  const field = fields.find((one) => one.name === path.field)
  if (field === undefined) return null
  const value = sentValue(field, values[path.field])
  return path.part ? (typeOf(field).partValue?.(value, path.part) ?? null) : typeOf(field).exprValue(value, field)
}

/** A value as it is sent: a link's id, lists without their blank lines; null for empty. */
export function sentValue(field: FieldDefinition, value: unknown): unknown {
  if (value === null || value === undefined || value === '') return null
  const sent = webOf(field).sent ? webOf(field).sent!(value as never) : value
  return Array.isArray(sent) && sent.length === 0 ? null : sent
}
