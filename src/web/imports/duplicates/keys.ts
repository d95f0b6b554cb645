import type { ObjectView } from '../../../contract/records.ts'
import { typeOf } from '../../../fields/types.ts'
import { fieldOf, resolvePath } from '../../kernel/api/metadata.ts'
import type { MetadataAnswer } from '../../../contract/records.ts'
import type { Teller } from '../../kernel/ui/language.ts'
import type { Import } from '../api.ts'

export type Key = readonly string[]
export const sameKey = (a: Key, b: Key): boolean => a.join('\n') === b.join('\n')

/** NIP; Nazwa + Miejscowość. */
export function keyLabel(metadata: MetadataAnswer, object: ObjectView, key: Key, t: Teller): string {
  return key.map((path) => pathLabel(metadata, object, path, t)).join(' + ')
}

export function pathLabel(metadata: MetadataAnswer, object: ObjectView, path: string, t: Teller): string {
  const found = resolvePath(metadata, object.name, path)
  if (found === null) return path
  const part = found.part === null || found.part === 'main' ? null : typeOf(found.last).parts?.(found.last)[found.part]
  return part ? t(part.label) : t(found.last.label)
}

/** Paths of a key that the file does not fill. */
export const notFilled = (it: Import, key: Key): string[] => {
  const filled = new Set([...it.mapping.map(({ field }) => field), ...Object.keys(it.options.defaults ?? {})])
  return key.filter((path) => !filled.has(path.split('.')[0]!))
}

const comparable = new Set(['text', 'mail', 'phone', 'web', 'number', 'date', 'link', 'choice', 'autoNumber'])

/** What an own key may be made of: fields that the file fills, of composed ones their telling parts. */
export function keyPaths(it: Import, object: ObjectView): string[] {
  const paths = it.mapping.flatMap(({ field: name, part }) => {
    const field = fieldOf(object, name)
    if (field === null) return []
    if (field.type === 'phones' || field.type === 'mails') return [`${name}.main`]
    if (field.type === 'addresses' || field.type === 'address') return part === undefined ? [`${name}.city`] : [`${name}.${part}`]
    return comparable.has(field.type) ? [name] : []
  })
  return [...new Set(paths)]
}
