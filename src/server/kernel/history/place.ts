/** Where a page ended: the moment and id of its last entry, in a form that travels in an address. */
import { refuse } from '../../../contract/refusal.ts'
import { isId } from '../db/uuid7.ts'
import { texts } from './texts.ts'

export interface Place {
  at: string
  id: string
}

export const writePlace = ({ at, id }: Place): string => Buffer.from(`${at} ${id}`).toString('base64url')

export function readPlace(text: string): Place {
  const [at = '', id = ''] = Buffer.from(text, 'base64url').toString().split(' ')
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(at) || !isId(id)) refuse('bad_cursor', texts.badPlace, { status: 400, field: 'after' })
  return { at, id }
}

/** Newest first, and of the same moment the greater id first. */
export const newestFirst = (a: Place, b: Place): number => (a.at === b.at ? (a.id < b.id ? 1 : a.id > b.id ? -1 : 0) : a.at < b.at ? 1 : -1)
