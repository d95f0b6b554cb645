/**
 * How the screens of an object are laid out. A layout holds for everyone, for a role, for a type of record, or for both;
 * the closest one wins: role and type, then role, then type, then the one for everyone, then the declaration.
 */
import type { SectionDefinition } from './definition.ts'
import type { Text } from './text.ts'

export interface RelatedList {
  object: string
  /** The link field of `object` that leads here. */
  link: string
  columns: readonly string[]
  /** Its heading; the link's other side when left out. */
  label?: Text
  /** Leaves out what is shown elsewhere. */
  where?: string
  tab?: string
}

/** A figure in the record's head: a field, most often a calculated one, with its name above. */
export interface Tile {
  field: string
  label?: Text
}

export interface LayoutTab {
  key: string
  label: Text
}

/** What a layout of each kind says. Fields that are gone, or hidden from the reader, are left out when it is shown. */
export interface LayoutBodies {
  /** The full form, of a new record and of an edit. */
  create: { sections: readonly SectionDefinition[] }
  quickCreate: { fields: readonly string[] }
  record: { tabs?: readonly LayoutTab[]; sections: readonly SectionDefinition[]; headline: readonly string[]; tiles?: readonly Tile[]; related: readonly RelatedList[] }
  list: { columns: readonly string[]; order: string }
  card: { fields: readonly string[] }
  /** Lines of a record in the phone's list, and the sections of its page. */
  mobile: { columns: readonly string[]; sections?: readonly SectionDefinition[] }
}
export type LayoutKind = keyof LayoutBodies
export const layoutKinds: readonly LayoutKind[] = ['create', 'quickCreate', 'record', 'list', 'card', 'mobile']

export type LayoutDefinition<K extends LayoutKind = LayoutKind> = K extends LayoutKind
  ? {
      kind: K
      /** Id of a role; null: for everyone. */
      role: string | null
      /** A value of the object's `typeField`; null: for all types. */
      type: string | null
      body: LayoutBodies[K]
    }
  : never

/** The layout for all types under '', and those of single types under their value. */
export type ShownByType<K extends LayoutKind> = Readonly<Record<string, LayoutBodies[K]>>

/** What a reader gets. Cards of a board and the phone's list follow the columns of the list unless a layout was published for them. */
export type LayoutsShown = { [K in 'create' | 'quickCreate' | 'record' | 'list']: ShownByType<K> } & { [K in 'card' | 'mobile']?: ShownByType<K> }

/** The layout for a record of a type; for one without a type that of all types. */
export const shownFor = <B>(shown: Readonly<Record<string, B>>, type: string | null): B | undefined => shown[type ?? ''] ?? shown['']
