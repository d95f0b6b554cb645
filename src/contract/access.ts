/** What may be done with records, and who reaches them. */

export type Verb = 'create' | 'read' | 'change' | 'delete' | 'export'
export const verbs: readonly Verb[] = ['create', 'read', 'change', 'delete', 'export']
/** Works on many records at once; a role may withhold them. */
export type MassVerb = 'change' | 'delete' | 'merge'
export const massVerbs: readonly MassVerb[] = ['change', 'delete', 'merge']
export type Scope = 'none' | 'own' | 'team' | 'subordinates' | 'all'

/**
 * Who may reach the records, besides what roles grant.
 * owned: has an owner; roles grant by scope. shared: no owner; scopes other than none mean all.
 * follows: visible with any visible record it is linked to through `links`; changed by whoever may change that record.
 */
export type AccessKind = OwnedAccess | { kind: 'shared' } | { kind: 'follows'; links: readonly string[] }

/** What is owned may be reached by others besides those whom roles let in, and be narrowed to a few. */
export interface OwnedAccess {
  kind: 'owned'
  /** Links to people who reach the record whatever their roles are: 'read', or 'change', which is all that its owner may do. */
  people?: Readonly<Record<string, 'read' | 'change'>>
  /** Read with any visible record that it is linked to and that has a time line: what belongs to a customer or a case follows its visibility. */
  withLinked?: boolean
  /** Those to whom the owner entrusts his records, by records of another object: rights to a calendar, a substitute for a time. */
  entrusted?: readonly Entrusted[]
  /** Fields that take a record out of everybody's reach, the administrator's too: but its owner's, its `people`'s and those named in `to`. */
  narrowed?: { alone: string; to: string }
}

/** A record of `object` lets the person in `to` reach what the person in `whose` owns, where the condition over that record holds. */
export interface Entrusted {
  object: string
  whose: string
  to: string
  read: string
  change: string
}
