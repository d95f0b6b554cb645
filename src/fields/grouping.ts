/** Identifiers grouped while they are typed: only the look, the value keeps the digits. */
import type { FieldDefinition } from '../contract/definition.ts'

const groups: Readonly<Record<string, readonly number[]>> = { nip: [3, 3, 2, 2] }

/** '52530177' → '525-301-77' for a NIP; other texts stay as they are. */
export function grouped(text: string, field: FieldDefinition): string {
  const sizes = field.type === 'text' && field.pattern !== undefined ? groups[field.pattern] : undefined
  if (sizes === undefined || !/^[\d\s-]*$/.test(text)) return text
  const digits = text.replace(/\D/g, '')
  if (digits.length > sizes.reduce((sum, size) => sum + size, 0)) return text
  const parts: string[] = []
  let from = 0
  for (const size of sizes) {
    if (from < digits.length) parts.push(digits.slice(from, from + size))
    from += size
  }
  return parts.join('-')
}
