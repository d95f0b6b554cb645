import { say, type Text } from '../../../contract/text.ts'
import { useMetadata } from '../api/metadata.ts'
import { may, useSession } from '../api/session.ts'
import { useLanguage } from '../ui/language.ts'
import { toList } from '../ui/links.ts'
import { inOwnOrder } from './own.ts'
import { useRooms, type SettingsSection } from './rooms.ts'

export interface Place {
  key: string
  href: string
  label: Text
  icon: string
  group: 'knowledge' | 'sales' | 'settings'
  order: number
  section: SettingsSection
}

/** Where this person may go from the navigation: lists of objects and screens of rooms, in his own order. */
export function usePlaces(): Place[] {
  const metadata = useMetadata()
  const session = useSession()
  const rooms = useRooms()
  const language = useLanguage()
  const lists = metadata.objects
    .filter((object) => object.navigation !== undefined && object.can.read)
    .map((object): Place => ({ key: object.name, href: toList(object.name), label: object.plural, icon: object.icon, section: object.room === 'users' ? 'access' : 'dictionaries', ...object.navigation! }))
  const screens = rooms
    .flatMap((room) => room.screens ?? [])
    .filter((screen) => screen.navigation !== undefined && (screen.needs === undefined || may(session, screen.needs)))
    .map((screen): Place => ({ key: screen.path, href: screen.path, label: screen.title, section: 'system', ...screen.navigation! }))
  const rank = (place: Place) => place.order + { knowledge: 0, sales: 5_000, settings: 10_000 }[place.group]
  // What the administrator made has one order for all of it: it stands by the alphabet of the reader.
  const places = [...lists, ...screens].sort((a, b) => rank(a) - rank(b) || say(a.label, language).localeCompare(say(b.label, language), language))
  const shown = places.filter((place) => !session.hiddenScreens.includes(place.href))
  return inOwnOrder(shown, (place) => place.key, session.preferences.navigation ?? [])
}

export const isAt = (here: string, place: Place): boolean => here === place.href || here.startsWith(`${place.href}/`)
