import { canRead, type Rights } from '../../kernel/access/field-access.ts'
import { program } from '../../kernel/access/who.ts'
import { findPath } from '../../kernel/query/path.ts'
import type { SavedView } from '../contract.ts'

type Settings = Partial<Pick<SavedView, 'columns' | 'order' | 'groupBy'>>

/**
 * What a view says as its reader can ask it now: fields by the names they have, without those that are gone. `gone` names the columns
 * nobody has any longer; of those that only this reader may not see nothing is said.
 */
export function asNow(rights: Rights, object: string, settings: Settings): Settings & { gone?: string[] } {
  const now = (path: string) => currentPath(rights, object, path)
  const columns = settings.columns?.flatMap((path) => now(path) ?? [])
  const isGone = (path: string) => currentPath({ ...rights, who: program }, object, path) === null
  const named = [...(settings.columns ?? []), ...orderKeys(settings.order).map(({ path }) => path), ...(settings.groupBy ? [settings.groupBy] : [])]
  const gone = [...new Set(named.filter(isGone))]
  return {
    ...settings,
    ...(columns && { columns: columns.length === 0 ? null : [...new Set(columns)] }),
    ...(settings.order && { order: orderKeys(settings.order).flatMap(({ sign, path }) => (now(path) === null ? [] : [`${sign}${now(path)}`])).join(',') || null }),
    ...(settings.groupBy && { groupBy: now(settings.groupBy) }),
    ...(gone.length > 0 && { gone }),
  }
}

const orderKeys = (order: string | null | undefined): { sign: string; path: string }[] =>
  (order ?? '').split(',').map((key) => key.trim()).filter((key) => key !== '').map((key) => ({ sign: key.startsWith('-') ? '-' : '', path: key.replace(/^[-+]/, '') }))

/** null: there is no such path for this reader. */
function currentPath(rights: Rights, object: string, path: string): string | null {
  const from = rights.registry.objects.get(object)
  const found = from === undefined ? null : findPath(rights, from, path)
  if (found === null) return null
  const names: string[] = []
  let at = object
  for (const name of path.split('.')) {
    const field = canRead(rights, at, name) ? rights.registry.field(at, name) : null
    names.push(field?.name ?? name)
    if (field !== null && 'target' in field) at = field.target
  }
  return names.join('.')
}
