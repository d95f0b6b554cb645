/** A file as a record holds it: the contents are kept under their hash, here is what is said of them. */
import type { Refusal } from '../../contract/refusal.ts'
import type { FileValue } from '../field.ts'
import { at, no, noWith, wrongKind } from '../refusals.ts'

const maxSize = 2 ** 40

export function acceptFile(json: unknown, allowed: readonly string[] | undefined): FileValue | null | Refusal {
  if (json === null || json === undefined || json === '') return null
  if (typeof json !== 'object' || Array.isArray(json)) return wrongKind('file')
  const { hash, name, size, type, ...rest } = json as Record<string, unknown>
  const unknown = Object.keys(rest)[0]
  if (unknown !== undefined) return no('value.unknown_key', { key: unknown, allowed: 'hash, name, size, type' })
  if (typeof hash !== 'string' || !/^[0-9a-f]{64}$/.test(hash)) return at('hash', no('file.hash'))
  if (typeof name !== 'string') return at('name', wrongKind('text'))
  if (!isFileName(name)) return at('name', no('file.name', { value: name }))
  if (typeof size !== 'number' || !Number.isSafeInteger(size) || size < 0 || size > maxSize) return at('size', no('file.size'))
  if (typeof type !== 'string' || type.length > 255 || !/^[\w.+-]+\/[\w.+-]+$/.test(type)) return at('type', wrongKind('file'))
  if (allowed !== undefined && !isAllowed(name, type, allowed)) return noWith('file.kind', { allowed: { pl: allowed.join(', '), en: allowed.join(', ') } }, { value: name, type })
  return { hash, name: name.normalize('NFC'), size, type }
}

/** No way out of a folder, nothing invisible, nothing that a file system or a browser reads otherwise than a person. */
function isFileName(name: string): boolean {
  return name.trim() === name && name !== '' && name !== '.' && name !== '..' && name.length <= 255 && name.isWellFormed() && !/[/\\\p{Cc}\u200b-\u200f\u2028-\u202e\u2066-\u2069]/u.test(name)
}

/** As in a browser's file input: '.pdf', 'image/*', 'application/pdf'. */
function isAllowed(name: string, type: string, allowed: readonly string[]): boolean {
  return allowed.some((each) => (each.startsWith('.') ? name.toLowerCase().endsWith(each.toLowerCase()) : each.endsWith('/*') ? type.startsWith(each.slice(0, -1)) : type === each))
}

export const fileSchema = {
  type: 'object',
  properties: { hash: { type: 'string', pattern: '^[0-9a-f]{64}$' }, name: { type: 'string', maxLength: 255 }, size: { type: 'integer', minimum: 0 }, type: { type: 'string' } },
  required: ['hash', 'name', 'size', 'type'],
  additionalProperties: false,
}
