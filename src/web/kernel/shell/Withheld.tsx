import { useLocation } from '@tanstack/react-router'
import { IconLock } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useSession } from '../api/session.ts'
import { EmptyFace } from '../ui/faces.tsx'
import { useText } from '../ui/language.ts'
import { texts } from './texts.ts'

/** A screen that all of one's roles withhold is not shown, whichever way one came. What stood on it is guarded by the server. */
export function UnlessWithheld({ children }: { children: ReactNode }) {
  const t = useText()
  const here = useLocation({ select: (location) => location.pathname })
  if (!useSession().hiddenScreens.includes(here)) return children
  return <EmptyFace icon={<IconLock size={28} stroke={1.5} aria-hidden />} title={t(texts.screenWithheld)}>{t(texts.screenWithheldText)}</EmptyFace>
}
