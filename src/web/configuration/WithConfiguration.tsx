import type { ReactNode } from 'react'
import { RefusedFace, Waiting } from '../kernel/ui/faces.tsx'
import { Page } from '../kernel/ui/Page.tsx'
import { useConfiguration, type Configuration } from '../kernel/shaping/configuration.ts'

/** The waiting and the refused face of every screen here. */
export function WithConfiguration({ title, children }: { title: string; children(configuration: Configuration): ReactNode }) {
  const { data, isError, error, refetch } = useConfiguration()
  if (data !== undefined) return children(data)
  if (isError) return <RefusedFace error={error} onRetry={() => void refetch()} />
  return <Page title={title} wide><Waiting lines={10} /></Page>
}
