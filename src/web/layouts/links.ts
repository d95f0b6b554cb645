import type { LayoutPlace } from '../kernel/shaping/whose.ts'

/** Addresses of this room's screens; objects are named by their stable ids. */
export const toLayouts = '/settings/layouts'
export const toLayoutsOf = (object: string): string => `${toLayouts}/${encodeURIComponent(object)}`

export function toLayout(object: string, { kind, role, type }: LayoutPlace): string {
  const asked = new URLSearchParams({ ...(role === null ? {} : { role }), ...(type === null ? {} : { type }) }).toString()
  return `${toLayoutsOf(object)}/${kind}${asked === '' ? '' : `?${asked}`}`
}
/** The screen of a field, where everything else of it is set. */
export const toField = (object: string, field: string): string => `/settings/objects/${encodeURIComponent(object)}/fields/${encodeURIComponent(field)}`
