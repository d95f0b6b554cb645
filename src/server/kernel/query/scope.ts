/** What may be mentioned in an expression about an object: only what the person may read, or everything for row rules. */
import { collectionCalled, collectionsOf as namedCollections, type NamedCollection } from '../../../contract/collections.ts'
import type { Scope, ScopeField } from '../../../expression/language.ts'
import { typeOf } from '../../../fields/types.ts'
import { canRead, mayVerb, type Rights } from '../access/field-access.ts'
import { systemFieldsOf } from '../metadata/system-fields.ts'
import { isListOfMine, type ListOfMine } from './circumstances.ts'
import type { Row } from './draft.ts'
import { ownLists } from './texts.ts'

export function scopeOf(rights: Rights, object: string, eyes: Row['eyes']): Scope {
  const readable = (of: string, field: string) => (eyes === 'program' ? rights.registry.field(of, field) !== null : canRead(rights, of, field))
  return {
    object,
    field: (of, field) => (readable(of, field) ? fieldOf(rights, of, field) : null),
    reverse(of, wanted) {
      const found = collectionCalled(collectionsOf(rights, of), wanted)
      if (found === undefined || !readable(found.object, found.link)) return null
      return { object: found.object, link: found.link, label: found.label }
    },
    names(of) {
      const definition = rights.registry.object(of)
      const fields = [...definition.fields, ...systemFieldsOf(definition)].map((field) => field.name).filter((field) => readable(of, field))
      return [...fields, ...collectionsOf(rights, of).filter(({ object: many, link }) => readable(many, link)).map(({ names }) => names[0]!)]
    },
    me: (wanted) => listOfMine(rights, wanted),
  }
}

/** Of conditions that the database answers: they may also ask what lies below a record. The tree of what he may not read is none. */
export function scopeOfWhere(rights: Rights, object: string, eyes: Row['eyes']): Scope {
  const isTree = (of: string) => {
    const tree = rights.registry.objects.get(of)?.tree
    return tree !== undefined && (eyes === 'program' || canRead(rights, of, tree))
  }
  return { ...scopeOf(rights, object, eyes), isTree }
}

function fieldOf({ registry }: Rights, object: string, name: string): ScopeField {
  const field = registry.field(object, name)!
  if (name === 'id') return { type: { kind: 'record', object }, label: field.label }
  const type = typeOf(field)
  const parts = type.parts?.(field)
  return {
    name: field.name,
    type: type.exprType(field),
    label: field.label,
    ...('target' in field ? { target: field.target } : {}),
    ...('choices' in field ? { choices: field.choices } : {}),
    ...(parts === undefined ? {} : { parts }),
  }
}

function listOfMine({ registry }: Rights, name: string): ScopeField | null {
  if (!isListOfMine(name)) return null
  const target = targets[name]
  return registry.objects.has(target) ? { type: { kind: 'list', of: { kind: 'record', object: target } }, target, label: ownLists[name] } : null
}

const targets: Readonly<Record<ListOfMine, string>> = { teams: 'team', teamMates: 'user', subordinates: 'user', territories: 'territory' }

const collections = new WeakMap<object, Map<string, NamedCollection[]>>()

function collectionsOf({ registry }: Rights, object: string): NamedCollection[] {
  const known = collections.get(registry) ?? new Map<string, NamedCollection[]>()
  collections.set(registry, known)
  const found = known.get(object) ?? namedCollections(registry.reverse(object))
  known.set(object, found)
  return found
}
