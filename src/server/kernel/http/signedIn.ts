import type { Language } from '../../../contract/text.ts'
import type { Acting, Who } from '../access/who.ts'

/** Who asks, found from the session's cookie or the key; the room of users answers it. */
export interface SignedIn {
  who: Who
  language: Language
  timeZone: string
  sessionId: string | null
  acting?: Acting | undefined
}

export type Authenticate = (given: { cookie: string | null; bearer: string | null; ip: string; agent: string | null }) => Promise<SignedIn | null>

/** A caller who has not signed in: no grant, no baseline, nothing. */
export const nobody: Who = {
  userId: null, name: '', all: false, grants: [], fields: {}, roles: [], functions: new Set(), withheld: new Set(), teams: [], teamMates: [],
  subordinates: [], territories: [], keyScopes: new Set(), fingerprint: 'nobody',
}
