import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import type { FieldDefinition } from '../../../contract/definition.ts'
import type { MetadataAnswer, ObjectView } from '../../../contract/records.ts'
import { keys } from './client.ts'
import { request } from './request.ts'

export type FieldView = ObjectView['fields'][number]

export const metadataQuery = {
  queryKey: keys.metadata,
  queryFn: ({ signal }: { signal: AbortSignal }) => request<MetadataAnswer>('GET', '/api/metadata', { signal }),
  staleTime: Infinity,
  gcTime: Infinity,
}

/** Objects, fields and layouts as this person may see them. Inside the signed-in shell it is always there. */
export function useMetadata(): MetadataAnswer {
  return useSuspenseQuery(metadataQuery).data
}

/** The same where it may not be there yet (sign-in, first run). */
export function useMetadataIfKnown(): MetadataAnswer | undefined {
  return useQuery({ ...metadataQuery, enabled: false }).data
}

/** null when there is no such object for this person. */
export function useObject(object: string): ObjectView | null {
  return objectOf(useMetadata(), object)
}

export const objectOf = (metadata: MetadataAnswer, object: string): ObjectView | null => metadata.objects.find((one) => one.name === object) ?? null

export const fieldOf = (object: ObjectView, name: string): FieldView | null => object.fields.find((field) => field.name === name) ?? null

/**
 * What a path such as 'owner.team.name' or 'addresses.city' leads through.
 * `fields` are the fields stepped on; `part` is what is left when the last one is not a link (city, amount).
 * null when a step does not exist or may not be seen.
 */
export interface ResolvedPath {
  path: string
  fields: { object: ObjectView; field: FieldView }[]
  last: FieldView
  part: string | null
}

export function resolvePath(metadata: MetadataAnswer, object: string, path: string): ResolvedPath | null {
  const names = path.split('.')
  const fields: ResolvedPath['fields'] = []
  let current = objectOf(metadata, object)
  for (let index = 0; index < names.length; index++) {
    const field = current === null ? null : fieldOf(current, names[index]!)
    if (current === null || field === null) return null
    fields.push({ object: current, field })
    if (index === names.length - 1) return { path, fields, last: field, part: null }
    if (!isLink(field)) return { path, fields, last: field, part: names.slice(index + 1).join('.') }
    current = objectOf(metadata, field.target)
  }
  return null
}

export const isLink = (field: FieldView | FieldDefinition): field is (FieldView | FieldDefinition) & { type: 'link' | 'links'; target: string } =>
  field.type === 'link' || field.type === 'links'
