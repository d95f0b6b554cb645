import { collectionCalled, collectionsOf, type LinkHere, type NamedCollection } from '../../../contract/collections.ts'
import type { FieldDefinition, ObjectDefinition } from '../../../contract/definition.ts'
import type { MetadataAnswer } from '../../../contract/records.ts'
import type { Text } from '../../../contract/text.ts'
import { checkCondition } from '../../../expression/check.ts'
import { checkFormula } from '../../../expression/checkFormula.ts'
import { describe } from '../../../expression/describe.ts'
import type { Place, Scope, ScopeField } from '../../../expression/language.ts'
import { parse } from '../../../expression/parse.ts'
import type { ExprType } from '../../../expression/types.ts'
import { typeOf } from '../../../fields/types.ts'
import { isLink, objectOf } from '../api/metadata.ts'
import type { Teller } from '../ui/language.ts'
import type { Language } from '../../../contract/text.ts'

/** What an expression of the settings may mention: everything there is, hidden or not, and the field that is just being made. */
export interface Surroundings {
  object: string
  fields(object: string): readonly FieldDefinition[]
  collections(object: string): readonly NamedCollection[]
  label(object: string): Text
  /** Which objects make a tree; left out where the condition is no list's and no role's: then nothing can ask what lies below a record. */
  isTree?(object: string): boolean
}

export function surroundingsOf(objects: readonly ObjectDefinition[], metadata: MetadataAnswer, about: { object: string; instead?: FieldDefinition; isWhere?: boolean }): Surroundings {
  const named = new Map(objects.map((object) => [object.name, object]))
  const fields = (name: string): readonly FieldDefinition[] => {
    const declared = named.get(name)?.fields ?? []
    const { instead } = about
    const own = name !== about.object || instead === undefined ? declared : [...declared.filter((field) => field.id !== instead.id), instead]
    const known = new Set(own.map((field) => field.name))
    // What every record has besides (owner, created) is not declared; this person's metadata have it.
    return [...own, ...(objectOf(metadata, name)?.fields ?? []).filter((field) => !known.has(field.name) && !declared.some((one) => one.name === field.name))]
  }
  const leading = (name: string): LinkHere[] => objects.flatMap((object) => object.fields.filter((field) => isLink(field) && field.target === name).map((field) => ({ object, field }) as LinkHere))
  const isTree = (name: string) => named.get(name)?.tree !== undefined
  return { object: about.object, fields, collections: (name) => collectionsOf(leading(name)), label: (name) => named.get(name)?.label ?? { pl: name, en: name }, ...(about.isWhere === true ? { isTree } : {}) }
}

function scopeOf(around: Surroundings): Scope {
  return {
    object: around.object,
    field: (object, name) => {
      const field = around.fields(object).find((one) => one.name === name)
      return field === undefined ? null : scopeField(field)
    },
    reverse: (object, name) => {
      const found = collectionCalled(around.collections(object), name)
      return found === undefined ? null : { object: found.object, link: found.link, label: found.label }
    },
    names: (object) => [...around.fields(object).map((field) => field.name), ...around.collections(object).map(({ names }) => names[0]!)],
    ...(around.isTree === undefined ? {} : { isTree: around.isTree }),
    me: (name) => (name in mine ? { type: { kind: 'list', of: { kind: 'record', object: mine[name]! } }, target: mine[name]! } : null),
  }
}

const mine: Readonly<Record<string, string>> = { teams: 'team', teamMates: 'user', subordinates: 'user', territories: 'territory' }

function scopeField(field: FieldDefinition): ScopeField {
  return { type: typeOf(field).exprType(field), label: field.label, target: isLink(field) ? field.target : undefined, parts: typeOf(field).parts?.(field), choices: 'choices' in field ? field.choices : undefined }
}

export interface Fault extends Place {
  sentence: string
}
/** `reads` is the expression as a sentence. */
export type Reading = { reads: string; faults?: undefined } | { faults: readonly Fault[]; reads?: undefined }

/** `expected` null: a condition. */
export function readExpression(text: string, expected: ExprType | null, how: { around: Surroundings; t: Teller; language: Language }): Reading {
  const { tree, problem } = parse(text)
  const scope = scopeOf(how.around)
  const checked = tree === undefined ? { problems: [problem], typed: undefined } : expected === null ? checkCondition(tree, scope) : checkFormula(tree, scope, expected)
  if (checked.typed !== undefined) return { reads: describe(checked.typed, how.language) }
  return { faults: checked.problems!.map((one) => ({ at: one.at, length: one.length, sentence: how.t(one.text, one.values) })) }
}
