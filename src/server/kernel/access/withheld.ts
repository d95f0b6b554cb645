/** What roles take away although the records themselves may be changed: an object's own verbs, works on many records at once, screens. */
import type { MassVerb, Verb } from '../../../contract/definition.ts'
import type { Who } from './who.ts'

/** What a work on many records must be allowed on each of them. */
export const neededFor: Readonly<Record<MassVerb, Verb>> = { change: 'change', delete: 'delete', merge: 'delete' }

/** How it stands in `who.withheld`. */
export const withheldAction = (object: string, action: string): string => `action ${object}.${action}`
export const withheldMass = (object: string, verb: MassVerb): string => `mass ${object}.${verb}`
export const withheldScreen = (path: string): string => `screen ${path}`

export const mayRun = (who: Who, object: string, action: string): boolean => !who.withheld.has(withheldAction(object, action))
export const mayMass = (who: Who, object: string, verb: MassVerb): boolean => !who.withheld.has(withheldMass(object, verb))

/** Addresses of the screens that are not shown to him. What stands on them is guarded by its own rights. */
export function screensWithheld(who: Who): string[] {
  const prefix = withheldScreen('')
  return [...who.withheld].filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length)).sort()
}
