import type { Scope, Verb } from '../../../contract/definition.ts'

export type FieldAccess = 'none' | 'read' | 'write'

/** What one role gives on one object. A record is reachable when one of the grants reaches it. */
export interface Grant {
  role: string
  object: string
  verb: Verb
  scope: Scope
  /** Row rule in the expression language, narrowing the scope; checked when it was saved. */
  rule: string | null
}

/** A person (or the program) as the gate sees him. Built from the database once per request; roles add up. */
export interface Who {
  /** null: the program itself. */
  userId: string | null
  name: string
  /** The program and administrators: every row, every field, every function. */
  all: boolean
  grants: readonly Grant[]
  /** object → field → access, the most that any of his roles gives; fields not named have `write`. */
  fields: Readonly<Record<string, Readonly<Record<string, FieldAccess>>>>
  /** Functions his roles allow: 'settings', 'import', 'users', 'audit' … */
  functions: ReadonlySet<string>
  teams: readonly string[]
  /** Ids of people in his teams, himself included. */
  teamMates: readonly string[]
  /** Ids of all people below him in the tree of superiors, himself included. */
  subordinates: readonly string[]
  /** Scopes of the API key in use; null with a session. */
  keyScopes: ReadonlySet<string> | null
  /** Same for people with the same rights: key of compiled-statement caches. */
  fingerprint: string
}

/** The program acting on its own: reactions, migrations, demo data. */
export const program: Who = {
  userId: null, name: 'Sedno', all: true, grants: [], fields: {}, functions: new Set(['all']),
  teams: [], teamMates: [], subordinates: [], keyScopes: null, fingerprint: 'program',
}
