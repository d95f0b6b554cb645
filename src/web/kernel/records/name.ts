import type { ObjectView, RecordRow } from '../../../contract/records.ts'

/** What a record is called: its name field, or what it links together (a tie has no name of its own). */
export function nameOf(object: ObjectView, row: RecordRow | undefined): string {
  if (row === undefined) return ''
  const own = row[object.nameField]
  if (typeof own === 'string' && own !== '') return own
  const links = object.fields.filter((field) => field.type === 'link' && field.target !== 'user').map((field) => row[field.name] as { name?: string } | null | undefined)
  return links.map((link) => link?.name).filter(Boolean).join(' – ')
}
