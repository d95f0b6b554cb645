/** What a template for an object may mention, one step deep: for the list that people copy markers from. */
import { collectionsOf } from '../../../contract/collections.ts'
import type { FieldDefinition } from '../../../contract/definition.ts'
import type { Language, Text } from '../../../contract/text.ts'
import { typeOf } from '../../../fields/types.ts'
import { canRead, mayVerb, type Rights } from '../../kernel/access/field-access.ts'
import { systemFieldsOf } from '../../kernel/metadata/system-fields.ts'
import { labels } from '../asking/texts.ts'
import { factNames, isRows, type FactName } from '../facts/rules.ts'
import type { Marker } from '../contract.ts'
import { formatHelp } from './texts.ts'

interface Shown {
  object: string
  label: string
  markers: Marker[]
  formats: { text: string; help: string }[]
}

/** `inside`: a step further than the record itself, where neither its facts nor the letterhead can be asked. */
export function markersOf(rights: Rights & { language: Language }, object: string, { inside }: { inside: boolean }): Shown {
  const { registry, language } = rights
  const definition = registry.object(object)
  const fields = [...definition.fields, ...systemFieldsOf(definition)].filter((field) => field.name !== 'version' && canRead(rights, object, field.name))
  const many = collectionsOf(registry.reverse(object)).filter((each) => mayVerb(rights, each.object, 'read') && canRead(rights, each.object, each.link))
  const markers: Marker[] = [
    ...fields.flatMap((field) => markersOfField(field, language)),
    ...many.map((each): Marker => ({ text: `#${each.names[0]!}`, label: each.label[language], kind: 'many', target: each.object })),
    ...(inside ? [] : Object.entries(factNames(rights, object)).map(([name, fact]) => factMarker(name, fact, language))),
    ...(inside || !registry.objects.has('company') ? [] : [{ text: 'our', label: labels.our[language], kind: 'record', target: 'company' }]),
  ]
  return { object, label: definition.label[language], markers, formats: formatHelp.map(({ text, help }) => ({ text, help: help[language] })) }
}

function markersOfField(field: FieldDefinition, language: Language): Marker[] {
  const type = typeOf(field)
  const of = (text: string, label: Text, kind: string, target: string | null = null): Marker => ({ text, label: label[language], kind, target })
  if (field.type === 'link') return [of(field.name, field.label, 'record', field.target)]
  if (field.type === 'links') return [of(field.name, field.label, 'list'), of(`#${field.name}`, field.label, 'many', field.target)]
  if (field.type === 'picture') return [of(`${field.name} | image 4cm`, field.label, 'picture')]
  const parts = Object.entries(type.parts?.(field) ?? {}).map(([part, { label, type: kind }]) => of(`${field.name}.${part}`, { pl: `${field.label.pl}: ${label.pl}`, en: `${field.label.en}: ${label.en}` }, kind.kind))
  return [of(field.name, field.label, type.exprType(field).kind), ...parts]
}

function factMarker(name: string, fact: FactName, language: Language): Marker {
  if (!isRows(fact)) return { text: name, label: fact.label[language], kind: fact.type.kind, target: null }
  const inside = Object.entries(fact.names).map(([each, one]) => ({ text: isRows(one) ? `#${each}` : each, label: one.label[language], kind: isRows(one) ? 'many' : one.type.kind }))
  return { text: `#${name}`, label: fact.label[language], kind: 'many', target: fact.object ?? null, inside }
}
