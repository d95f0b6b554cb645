import { createContext, use, type ComponentType } from 'react'
import type { Text } from '../../../contract/text.ts'
import type { RecordParts } from '../records/page/parts.ts'

/** Parts of the settings, in their order. */
export const settingsSections = ['own', 'access', 'shape', 'dictionaries', 'system'] as const
export type SettingsSection = (typeof settingsSections)[number]

/** A screen of a room that the generic list and record page cannot say. Loaded when first opened. */
export interface Screen {
  /** '/imports', '/settings/roles/$id' */
  path: string
  title: Text
  load(): Promise<ComponentType>
  /** In the left navigation; absent: reached only by links. */
  navigation?: { group: 'knowledge' | 'sales' | 'settings'; order: number; icon: string; section?: SettingsSection }
  /** Address of the place of the navigation it belongs to, when it has none of its own. */
  under?: string
  /** Only for those whose role allows this function. */
  needs?: string
}

/** A link in the head of a list: 'Import' above companies. */
export interface ListLink {
  label: Text
  icon: string
  href(object: string): string
  /** Absent: on every list whose records one may create. */
  objects?: readonly string[]
  needs?: string
  /** Stands in the place of the button that adds a record. */
  instead?: true
}

/** What a room adds to the web application; app/rooms.ts lists them. */
export interface WebRoom {
  name: string
  screens?: readonly Screen[]
  listLinks?: readonly ListLink[]
  /** In the person's own menu: security, keys. */
  personLinks?: readonly { label: Text; icon: string; href: string }[]
  /** In the top bar, on a telephone in the bottom bar: a bell. Lazy, for the first page waits for nobody. */
  bar?: ComponentType<{ phone?: boolean }>
  /** In the pages of records. */
  record?: RecordParts
}

export const RoomsContext = createContext<readonly WebRoom[]>([])
export const useRooms = (): readonly WebRoom[] => use(RoomsContext)
