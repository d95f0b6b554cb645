import type { Answer } from '../../../contract/route.ts'
import type { readPastGrants } from '../../../server/users/roles/contract.ts'
import { differencesOf } from './draft.ts'

/** A change of a role's rights, as its history tells it. */
export type PastChange = Answer<typeof readPastGrants>['entries'][number]

export interface Place {
  kind: 'function' | 'grant' | 'field' | 'withheld'
  object: string
  /** Of the function, the verb, the field; of what is withheld, its kind and name. */
  name: string
}

/** Where the two differ: 'grant company read' → a place with its parts. */
export function placesChanged({ before, after }: Pick<PastChange, 'before' | 'after'>): Place[] {
  return differencesOf(after, before).map((place): Place => {
    const [kind = '', first = '', ...rest] = place.split(' ')
    if (kind === 'function') return { kind, object: '', name: first }
    if (kind === 'grant') return { kind, object: first, name: rest.join(' ') }
    const [what = '', at = ''] = kind === 'withheld' ? [`${first} `, rest.join(' ')] : ['', first]
    const dot = at.indexOf('.')
    return { kind: kind === 'withheld' ? 'withheld' : 'field', object: at.slice(0, dot), name: `${what}${at.slice(dot + 1)}` }
  })
}
