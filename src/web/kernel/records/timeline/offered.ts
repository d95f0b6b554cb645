import { skipToken, useQuery } from '@tanstack/react-query'
import { useRef } from 'react'
import type { Text } from '../../../../contract/text.ts'
import type { MetadataAnswer, TimelineEntry } from '../../../../contract/records.ts'
import { objectOf, useMetadata } from '../../api/metadata.ts'
import { useText } from '../../ui/language.ts'
import { treeKey } from '../treeKey.ts'

/** What the filter offers: all that has been seen on this record, also while the filter hides it. Ids with names. */
export interface Offered {
  kinds: readonly string[]
  responsible: ReadonlyMap<string, string>
  person: ReadonlyMap<string, string>
  case: ReadonlyMap<string, string>
  priority: ReadonlyMap<string, string>
  /** Is there anything that is planned, or was? */
  plans: boolean
}

export function useOffered(entries: readonly TimelineEntry[]): Offered {
  const metadata = useMetadata()
  const t = useText()
  const seen = useRef({ kinds: new Set<string>(), responsible: new Map<string, string>(), person: new Map<string, string>(), case: new Map<string, string>(), priority: new Map<string, string>(), plans: false }).current
  for (const entry of entries) {
    seen.kinds.add(entry.kind)
    if (entry.responsible) seen.responsible.set(entry.responsible.id, entry.responsible.name)
    for (const { id, name } of entry.people ?? []) seen.person.set(id, name)
    for (const { id, name } of entry.cases ?? []) seen.case.set(id, name)
    const priority = choiceOf(metadata, entry, { field: 'priority', value: entry.priority })
    if (priority !== null) seen.priority.set(priority.value, t(priority.label))
    seen.plans ||= entry.done !== undefined
  }
  return { ...seen, kinds: [...seen.kinds] }
}

/** Known once the tree has come. */
export function useHasBelow(object: string, id: string): boolean {
  const tree = useQuery<{ nodes: { parent: string | null }[] }>({ queryKey: treeKey(object, id), queryFn: skipToken }).data
  return tree?.nodes.some((node) => node.parent === id) === true
}

/** A kind is an object, or a type of the records of one. */
export function labelOfKind(metadata: MetadataAnswer, kind: string): Text | null {
  const object = objectOf(metadata, kind)
  return object !== null ? object.plural : labelOfType(metadata, kind)
}

export function labelOfType(metadata: MetadataAnswer, type: string): Text | null {
  for (const { fields, typeField } of metadata.objects) {
    const field = fields.find(({ name }) => name === typeField)
    const choice = field !== undefined && 'choices' in field ? field.choices.find(({ value }) => value === type) : undefined
    if (choice !== undefined) return choice.label
  }
  return null
}

/** Of the record that the entry is: what its choice is called and how it is coloured. */
export function choiceOf(metadata: MetadataAnswer, entry: TimelineEntry, { field, value }: { field: string; value: string | undefined }) {
  const found = objectOf(metadata, entry.record?.object ?? '')?.fields.find(({ name }) => name === field)
  return value !== undefined && found !== undefined && 'choices' in found ? (found.choices.find((choice) => choice.value === value) ?? null) : null
}
