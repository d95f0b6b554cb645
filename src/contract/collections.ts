/** Under which names an expression about a record reaches the many that lead to it: COUNT(policies), SUM(deals.amount). */
import type { FieldDefinition, ObjectDefinition } from './definition.ts'
import type { Text } from './text.ts'

export interface NamedCollection {
  object: string
  link: string
  /** The nicest first; the last one is never ambiguous and never changes: personByCompany. */
  names: string[]
  /** By words that are no longer said: found where no other bears the name now. */
  formerNames: string[]
  label: Text
}

export interface LinkHere {
  object: ObjectDefinition
  field: FieldDefinition<'link' | 'links'>
}

/**
 * By the English words of the link's other side ('Branches' → branches) or of their object ('People' → people, when only one
 * link leads here). `links` are all links that lead to the object.
 */
export function collectionsOf(links: readonly LinkHere[]): NamedCollection[] {
  return links.map(({ object: many, field }) => ({
    object: many.name,
    link: field.name,
    names: [
      ...(field.reverse === undefined ? [] : [camelCase(field.reverse.en)]),
      ...(isOnlyLinkOf(links, many) ? [camelCase(many.plural.en)] : []),
      `${many.name}By${field.name[0]!.toUpperCase()}${field.name.slice(1)}`,
    ],
    formerNames: [...(field.formerReverses ?? []), ...(isOnlyLinkOf(links, many) ? (many.formerPlurals ?? []) : [])].map(camelCase),
    label: field.reverse ?? many.plural,
  }))
}

/** Of several, the one that bears the name; else one that bore it. */
export const collectionCalled = (all: readonly NamedCollection[], name: string): NamedCollection | undefined =>
  all.find(({ names }) => names.includes(name)) ?? all.find(({ formerNames }) => formerNames.includes(name))

const isOnlyLinkOf = (links: readonly LinkHere[], many: ObjectDefinition): boolean => links.filter((link) => link.object === many).length === 1

/** 'Earlier names' → earlierNames */
function camelCase(words: string): string {
  const [first = '', ...rest] = words.toLowerCase().split(/[^a-z0-9]+/).filter((word) => word !== '')
  return first + rest.map((word) => word[0]!.toUpperCase() + word.slice(1)).join('')
}
