import type { Refusal } from '../../contract/refusal.ts'
import { no, wrongKind } from '../refusals.ts'

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** An id, or {id} with or without the name, as links are read: what one got may be sent back. */
export function acceptId(json: unknown): string | Refusal {
  const id = typeof json === 'object' && json !== null && !Array.isArray(json) ? idOf(json as Record<string, unknown>) : json
  if (typeof id !== 'string') return wrongKind('id')
  return uuid.test(id) ? id.toLowerCase() : no('link.form', { value: id })
}

const idOf = ({ id, name, ...rest }: Record<string, unknown>): unknown => (Object.keys(rest).length === 0 && (name === undefined || typeof name === 'string') ? id : undefined)

/** The id of a link's value, whether it stands as the id alone or with the name; null for none. */
export const idOfLink = (link: unknown): string | null =>
  typeof link === 'string' ? link : typeof link === 'object' && link !== null && 'id' in link ? String(link.id) : null
