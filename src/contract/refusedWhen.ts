/** What the administrator does not let be saved, whichever way a record comes in. */
import type { Text } from './text.ts'

/**
 * Said as what is refused and not as what must hold: a comparison with an empty value does not hold, so a rule about two days
 * leaves a record alone that lacks one of them.
 */
export interface RefusedWhen {
  key: string
  /** Condition over the record as it is to be. */
  when: string
  say: Text
  /** The field at which it is said; on top of the form when left out. */
  field?: string
}
