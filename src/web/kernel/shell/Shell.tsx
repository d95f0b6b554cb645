import { useMediaQuery } from '@mantine/hooks'
import { Suspense, type ReactNode } from 'react'
import { prefer, useSession } from '../api/session.ts'
import { Waiting } from '../ui/faces.tsx'
import { useText } from '../ui/language.ts'
import { refused } from '../ui/notify.tsx'
import { narrowWidth, phoneWidth } from '../ui/theme.ts'
import { ActingBanner } from './ActingBanner.tsx'
import { BottomBar } from './BottomBar.tsx'
import { Keys } from './Keys.tsx'
import { Navigation } from './Navigation.tsx'
import { Palette } from './Palette.tsx'
import { Settings } from './Settings.tsx'
import { texts } from './texts.ts'
import { Top } from './Top.tsx'
import { useLive } from './useLive.ts'
import { UnlessWithheld } from './Withheld.tsx'
import style from './shell.module.css'

/** Everything around a screen: navigation, search, create, tasks, person. */
export function Shell({ children }: { children: ReactNode }) {
  const t = useText()
  const phone = useMediaQuery(phoneWidth, undefined, { getInitialValueInEffect: false })
  const narrow = useMediaQuery(narrowWidth, undefined, { getInitialValueInEffect: false })
  const isFolded = useSession().preferences.collapsed ?? narrow
  const online = useLive()
  return (
    <div className={style.shell} data-phone={phone || undefined} data-folded={isFolded || undefined}>
      <a href="#content" className={style.skip}>
        {t(texts.skip)}
      </a>
      {!phone && <Navigation folded={isFolded} onFold={() => void prefer({ collapsed: !isFolded }).catch(refused)} />}
      <div className={style.main}>
        <ActingBanner />
        {!phone && <Top />}
        {!online && (
          <div className={style.offline} role="status">
            {t(texts.offline)}
          </div>
        )}
        <main id="content" className={style.content} tabIndex={-1}>
          <Suspense fallback={<div className={style.padded}><Waiting lines={6} /></div>}><Settings><UnlessWithheld>{children}</UnlessWithheld></Settings></Suspense>
        </main>
      </div>
      {phone && <BottomBar />}
      <Palette />
      <Keys />
    </div>
  )
}
