import { useMediaQuery } from '@mantine/hooks'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { Navigate, useLocation } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Go } from '../ui/Go.tsx'
import { ObjectIcon } from '../ui/icons.tsx'
import { useText } from '../ui/language.ts'
import { phoneWidth } from '../ui/theme.ts'
import { useTitle } from '../ui/title.ts'
import { settingsHref, useInSettings, useSettings, useSettingsPlace } from './settings.ts'
import { texts } from './texts.ts'
import style from './settings.module.css'

/** Around every screen of the settings: their own navigation beside it; on a telephone a way back to it. */
export function Settings({ children }: { children: ReactNode }) {
  const t = useText()
  const here = useLocation({ select: (location) => location.pathname })
  const phone = useMediaQuery(phoneWidth, undefined, { getInitialValueInEffect: false })
  const at = useSettingsPlace()
  if (!useInSettings() || (phone && here === settingsHref)) return children
  if (phone) {
    // A record has its own way back, to its list.
    const isRecord = /^\/records\/[^/]+\/./.test(here)
    const isPlace = at === undefined || here === at.href
    return (
      <div className={style.inside}>
        {!isRecord && (
          <Go href={isPlace ? settingsHref : at.href} className={style.back}>
            <IconChevronLeft size={16} stroke={1.8} aria-hidden />
            {t(isPlace ? texts.settings : at.label)}
          </Go>
        )}
        {children}
      </div>
    )
  }
  return (
    <div className={style.frame}>
      <SettingsNavigation />
      <div className={style.inside}>{children}</div>
    </div>
  )
}

/** '/settings': on a telephone the list of them, else the first. */
export function SettingsHome() {
  const t = useText()
  const phone = useMediaQuery(phoneWidth, undefined, { getInitialValueInEffect: false })
  const first = useSettings()[0]?.places[0]
  useTitle(t(texts.settings))
  if (!phone && first !== undefined) return <Navigate to={first.href as '/'} replace />
  return <SettingsNavigation phone />
}

function SettingsNavigation({ phone }: { phone?: boolean }) {
  const t = useText()
  const at = useSettingsPlace()
  const names = { own: texts.settingsOwn, access: texts.settingsAccess, shape: texts.settingsShape, dictionaries: texts.settingsDictionaries, system: texts.settingsSystem }
  const Title = phone ? 'h1' : 'p'
  return (
    <nav className={style.navigation} data-phone={phone || undefined} aria-label={t(texts.settings)}>
      <Title className={style.title}>{t(texts.settings)}</Title>
      {useSettings().map(({ section, places }) => (
        <section key={section} aria-labelledby={`settings-${section}`}>
          <h2 className={style.section} id={`settings-${section}`}>{t(names[section])}</h2>
          <ul className={style.places}>
            {places.map((place) => (
              <li key={place.key}>
                <Go href={place.href} className={style.place} data-at={place.key === at?.key || undefined} aria-current={place.key === at?.key ? 'page' : undefined}>
                  <ObjectIcon name={place.icon} size={phone ? 20 : 16} />
                  {t(place.label)}
                  {phone && <IconChevronRight className={style.onward} size={16} stroke={1.6} aria-hidden />}
                </Go>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </nav>
  )
}
