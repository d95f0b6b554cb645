import { useLocation } from '@tanstack/react-router'
import { isAt, usePlaces } from './places.ts'
import { settingsSections } from './rooms.ts'

export const settingsHref = '/settings'

/** Everything this person may set, part by part. */
export function useSettings() {
  const places = usePlaces().filter((place) => place.group === 'settings').sort((a, b) => a.order - b.order)
  return settingsSections.map((section) => ({ section, places: places.filter((place) => place.section === section) })).filter((one) => one.places.length > 0)
}

/** Is what is on the screen a part of the settings? */
export function useInSettings(): boolean {
  const here = useLocation({ select: (location) => location.pathname })
  const settings = useSettings()
  return here === settingsHref || here.startsWith(`${settingsHref}/`) || settings.some(({ places }) => places.some((place) => isAt(here, place)))
}
