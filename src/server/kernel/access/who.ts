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
  /** The program at work in this person's name: nothing is out of its reach, not even what is narrowed to a few. */
  byProgram?: true
  grants: readonly Grant[]
  /** object → field → access, the most that any of his roles gives; fields not named have `write`. */
  fields: Readonly<Record<string, Readonly<Record<string, FieldAccess>>>>
  /** Ids of his roles, in the order of their names: of layouts and moves that are for a role. Not in the fingerprint: no statement depends on them. */
  roles: readonly string[]
  /** Functions his roles allow: 'settings', 'import', 'users', 'audit' … */
  functions: ReadonlySet<string>
  /** What all of his roles withhold; the keys are made in withheld.ts. */
  withheld: ReadonlySet<string>
  teams: readonly string[]
  /** Ids of people in his teams, himself included. */
  teamMates: readonly string[]
  /** Ids of all people below him in the tree of superiors, himself included. */
  subordinates: readonly string[]
  /** Ids of the territories he works in and of all below them. */
  territories: readonly string[]
  /** Scopes of the API key in use; null with a session. */
  keyScopes: ReadonlySet<string> | null
  /** Somebody else looks with these eyes: what is narrowed to a few stays closed to him. */
  borrowed?: true
  /** Same for people with the same rights: key of compiled-statement caches. */
  fingerprint: string
}

/** An administrator looks at Sedno with the rights of somebody else, or of one role alone. Nothing can be written meanwhile. */
export interface Acting {
  by: { id: string; name: string }
  as: { kind: 'user' | 'role'; id: string; name: string }
}

/** The program acting on its own: reactions, migrations, demo data. */
export const program: Who = {
  userId: null, name: 'Sedno', all: true, grants: [], fields: {}, roles: [], functions: new Set(['all']), withheld: new Set(),
  teams: [], teamMates: [], subordinates: [], territories: [], keyScopes: null, fingerprint: 'program',
}
