import type { HistoryEntry } from '../../../contract/records.ts'
import { differencesOf, type Rights } from './draft.ts'

/** What a change of a role's rights left behind in its history; the parts that stayed as they were are not written there. */
export function rightsIn({ changes, version }: Pick<HistoryEntry, 'changes' | 'version'>): { before: Rights; after: Rights } | null {
  if (changes.grants === undefined && changes.fieldAccess === undefined) return null
  const at = (side: 'from' | 'to'): Rights => ({
    version,
    grants: listIn(changes.grants, side), fields: listIn(changes.fieldAccess, side), functions: listIn(changes.functions, side), withheld: listIn(changes.withheld, side),
  })
  return { before: at('from'), after: at('to') }
}

const listIn = <T>(change: HistoryEntry['changes'][string] | undefined, side: 'from' | 'to'): T[] => (Array.isArray(change?.[side]) ? (change[side] as T[]) : [])

export interface Place {
  kind: 'function' | 'grant' | 'field' | 'withheld'
  object: string
  /** Of the function, the verb, the field; of what is withheld, its kind and name. */
  name: string
}

/** Where the two differ: 'grant company read' → a place with its parts. */
export function placesChanged({ before, after }: { before: Rights; after: Rights }): Place[] {
  return differencesOf(after, before).map((place): Place => {
    const [kind = '', first = '', ...rest] = place.split(' ')
    if (kind === 'function') return { kind, object: '', name: first }
    if (kind === 'grant') return { kind, object: first, name: rest.join(' ') }
    const [what = '', at = ''] = kind === 'withheld' ? [`${first} `, rest.join(' ')] : ['', first]
    const dot = at.indexOf('.')
    return { kind: kind === 'withheld' ? 'withheld' : 'field', object: at.slice(0, dot), name: `${what}${at.slice(dot + 1)}` }
  })
}
