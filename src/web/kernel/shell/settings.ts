import { useLocation } from '@tanstack/react-router'
import { isAt, usePlaces, type Place } from './places.ts'
import { settingsSections, useRooms } from './rooms.ts'

export const settingsHref = '/settings'

/** Everything this person may set, part by part. */
export function useSettings() {
  const places = usePlaces().filter((place) => place.group === 'settings').sort((a, b) => a.order - b.order)
  return settingsSections.map((section) => ({ section, places: places.filter((place) => place.section === section) })).filter((one) => one.places.length > 0)
}

/** The place of the settings that is on the screen, or that what is there belongs to. */
export function useSettingsPlace(): Place | undefined {
  const here = useLocation({ select: (location) => location.pathname })
  const screens = useRooms().flatMap((room) => room.screens ?? [])
  const under = screens.find((screen) => screen.under !== undefined && here.startsWith(screen.path.split('/$')[0]!))?.under
  const places = useSettings().flatMap((one) => one.places)
  return places.find((place) => place.href === under) ?? places.find((place) => isAt(here, place))
}

/** Is what is on the screen a part of the settings? */
export function useInSettings(): boolean {
  const here = useLocation({ select: (location) => location.pathname })
  const settings = useSettings()
  return here === settingsHref || here.startsWith(`${settingsHref}/`) || settings.some(({ places }) => places.some((place) => isAt(here, place)))
}
