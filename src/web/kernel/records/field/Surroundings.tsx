import { lazy, Suspense, useMemo, useSyncExternalStore } from 'react'
import type { ReactNode } from 'react'
import type { LinkValue } from '../../../../contract/records.ts'
import type { FieldSurroundings } from '../../../../fields/web.ts'
import { FieldSurroundingsContext } from '../../../../fields/web.ts'
import { objectOf, useMetadata } from '../../api/metadata.ts'
import { useGo } from '../../ui/go.ts'
import { useManner, useText } from '../../ui/language.ts'
import { toRecord } from '../../ui/links.ts'
import { openDialogs, onDialogs } from '../form/dialogs.ts'
import { fileHref, sendFile } from './files.ts'
import { lookUp } from './lookup.ts'

const Dialogs = lazy(async () => ({ default: (await import('../form/Dialogs.tsx')).Dialogs }))

const worldCurrencies = ['PLN', 'EUR', 'USD', 'GBP', 'CHF', 'CZK', 'SEK', 'NOK', 'DKK', 'HUF', 'RON', 'UAH']

/** What the fields need from the application; and the place where forms and questions open over any screen. */
export function Surroundings({ children }: { children: ReactNode }) {
  const metadata = useMetadata()
  const manner = useManner()
  const say = useText()
  const go = useGo()
  const open = useSyncExternalStore(onDialogs, openDialogs)
  const surroundings = useMemo<FieldSurroundings>(
    () => ({
      manner,
      say,
      currencies: [manner.currency, ...worldCurrencies.filter((currency) => currency !== manner.currency)],
      lookup: (object, text, signal) => lookUp(object, text, manner, signal),
      creates: (name) => {
        const object = objectOf(metadata, name)
        return { may: object?.can.create === true, label: object ? say(object.label).toLocaleLowerCase(manner.language) : '' }
      },
      create: async (name, typed): Promise<LinkValue | null> => {
        const object = objectOf(metadata, name)
        const { createRecordByForm, typedName } = await import('../form/open.ts')
        return object === null ? null : createRecordByForm(name, typedName(object, typed))
      },
      recordHref: toRecord,
      openRecord: (object, id) => go(toRecord(object, id)),
      upload: sendFile,
      fileHref,
    }),
    [metadata, manner, say, go],
  )
  return (
    <FieldSurroundingsContext value={surroundings}>
      {children}
      {open.length > 0 && <Suspense><Dialogs /></Suspense>}
    </FieldSurroundingsContext>
  )
}
