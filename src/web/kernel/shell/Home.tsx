import { Navigate } from '@tanstack/react-router'
import { IconKey } from '@tabler/icons-react'
import { EmptyFace } from '../ui/faces.tsx'
import { useText } from '../ui/language.ts'
import { usePlaces } from './places.ts'
import { texts } from './texts.ts'

/** The first place this person may go to; somebody without any role is told so. */
export function Home() {
  const t = useText()
  const first = usePlaces().find((place) => place.group !== 'settings')
  if (first !== undefined) return <Navigate to={first.href as '/'} replace />
  return (
    <EmptyFace icon={<IconKey size={28} stroke={1.5} aria-hidden />} title={t(texts.nothingAllowed)}>
      {t(texts.nothingAllowedText)}
    </EmptyFace>
  )
}
