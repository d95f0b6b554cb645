import { Button } from '@mantine/core'
import { useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { ObjectDefinition } from '../../contract/definition.ts'
import type { ObjectView } from '../../contract/records.ts'
import { useMetadata, objectOf } from '../kernel/api/metadata.ts'
import { useConfiguration, type Configuration } from '../kernel/shaping/configuration.ts'
import { EmptyFace, RefusedFace, Waiting } from '../kernel/ui/faces.tsx'
import { useGo } from '../kernel/ui/go.ts'
import { useText } from '../kernel/ui/language.ts'
import { Page } from '../kernel/ui/Page.tsx'
import { toLayouts } from './links.ts'
import { objectById } from './model.ts'
import { layouts as title } from './roomTexts.ts'
import { texts } from './texts.ts'

/** The object as it is shaped, and as this administrator sees it. */
export interface Shaped {
  configuration: Configuration
  object: ObjectDefinition
  view: ObjectView
}

export function WithConfiguration({ children }: { children(configuration: Configuration): ReactNode }) {
  const t = useText()
  const { data, isError, error, refetch } = useConfiguration()
  if (data !== undefined) return children(data)
  if (isError) return <RefusedFace error={error} onRetry={() => void refetch()} />
  return <Page title={t(title)} wide><Waiting lines={10} /></Page>
}

/** The object that the address names; the waiting, refused and lost faces of every screen about one. */
export function WithObject({ children }: { children(shaped: Shaped): ReactNode }) {
  const { object: id } = useParams({ strict: false }) as { object: string }
  const metadata = useMetadata()
  return (
    <WithConfiguration>
      {(configuration) => {
        const object = objectById(configuration, id)
        const view = object === null ? null : objectOf(metadata, object.name)
        return object === null || view === null ? <NoObject /> : children({ configuration, object, view })
      }}
    </WithConfiguration>
  )
}

export function NoObject() {
  const t = useText()
  const go = useGo()
  return <Page title={t(title)}><EmptyFace title={t(texts.noObject)} action={<Button onClick={() => go(toLayouts)}>{t(texts.allObjects)}</Button>}>{t(texts.noObjectAbout)}</EmptyFace></Page>
}
