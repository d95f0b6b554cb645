import type { ObjectDefinition } from '../../contract/definition.ts'

/** Addresses of this room's screens. Objects and fields are named by their stable ids, so that a rename breaks no link. */
export const toObjects = '/settings/objects'
export const toNewObject = '/settings/objects/new'
export const toObject = (id: string, tab?: string): string => `/settings/objects/${encodeURIComponent(id)}${tab === undefined ? '' : `?tab=${tab}`}`
export const toField = (object: string, field: string): string => `${toObject(object)}/fields/${encodeURIComponent(field)}`
export const toNewField = (object: string, type?: string): string => `${toObject(object)}/fields/new${type === undefined ? '' : `?type=${type}`}`
export const toLayoutsOf = (object: string): string => `/settings/layouts/${encodeURIComponent(object)}`
export const toLists = '/settings/lists'
export const toListOfChoices = (id: string): string => `/settings/lists/${encodeURIComponent(id)}`
export const newList = 'new'
/** Records that lack the value, to be filled in many at once. */
export const toGaps = (object: Pick<ObjectDefinition, 'name' | 'nameField'>, field: string): string =>
  `/records/${object.name}?where=${encodeURIComponent(`${field} is empty`)}&columns=${encodeURIComponent(`${object.nameField},${field}`)}`
