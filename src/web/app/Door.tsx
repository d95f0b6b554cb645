import { useMantineColorScheme } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useLocation } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, type ReactNode } from 'react'
import { untilAnswered } from '../kernel/api/client.ts'
import { metadataQuery } from '../kernel/api/metadata.ts'
import { useSessionQuery, type Session } from '../kernel/api/session.ts'
import { useSetup } from '../kernel/access/setup.ts'
import { Surroundings } from '../kernel/records/field/Surroundings.tsx'
import { Shell } from '../kernel/shell/Shell.tsx'
import { Skeletal } from '../kernel/shell/Skeletal.tsx'
import { RefusedFace } from '../kernel/ui/faces.tsx'
import { setLanguage } from '../kernel/ui/language.ts'

const SignIn = lazy(async () => ({ default: (await import('../kernel/access/SignIn.tsx')).SignIn }))
const FirstRun = lazy(async () => ({ default: (await import('../kernel/access/FirstRun.tsx')).FirstRun }))

/** Who is there decides what stands at an address: the screen itself, or sign-in first; the address stays. */
export function Door({ children }: { children: ReactNode }) {
  const session = useSessionQuery()
  const path = useLocation({ select: (location) => location.pathname })
  const out = session.data === null
  const setup = useSetup(out)
  if (path === '/link') return <Suspense>{children}</Suspense>
  if (session.isError) return <RefusedFace error={session.error} onRetry={() => void session.refetch()} />
  if (session.data) return <Inside session={session.data}>{children}</Inside>
  if (!out || setup.isPending) return <Skeletal />
  return <Suspense fallback={<Skeletal />}>{setup.data?.needed ? <FirstRun setup={setup.data} /> : <SignIn />}</Suspense>
}

function Inside({ session, children }: { session: Session; children: ReactNode }) {
  const metadata = useQuery({ ...metadataQuery, refetchInterval: untilAnswered })
  const { setColorScheme } = useMantineColorScheme()
  const { theme } = session.preferences
  useEffect(() => setLanguage(session.user.language), [session.user.language])
  useEffect(() => {
    if (theme !== undefined) setColorScheme(theme === 'system' ? 'auto' : theme)
  }, [theme, setColorScheme])
  if (metadata.isError) return <RefusedFace error={metadata.error} onRetry={() => void metadata.refetch()} />
  if (metadata.data === undefined) return <Skeletal />
  return (
    <Surroundings>
      <Shell>{children}</Shell>
    </Surroundings>
  )
}
