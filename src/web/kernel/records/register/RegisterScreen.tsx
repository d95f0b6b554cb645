import { Button, SegmentedControl } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import type { FieldDefinition } from '../../../../contract/definition.ts'
import { useObject } from '../../api/metadata.ts'
import { useRecord } from '../../api/records.ts'
import { RefusedFace, Waiting } from '../../ui/faces.tsx'
import { Go } from '../../ui/Go.tsx'
import { useText } from '../../ui/language.ts'
import { toRecord } from '../../ui/links.ts'
import { Page } from '../../ui/Page.tsx'
import { FieldEdit } from '../field/FieldEdit.tsx'
import { nameOf } from '../name.ts'
import { Compared } from './Compared.tsx'
import { Entries } from './Entries.tsx'
import { StateAt } from './StateAt.tsx'
import { texts } from './texts.ts'
import style from './register.module.css'

/** The whole place is in the address: ?show=compare&from=…&to=… */
interface Place {
  show?: 'state' | 'compare'
  at?: string
  from?: string
  to?: string
}

export function RegisterScreen() {
  const { object: name = '', id = '' } = useParams({ strict: false }) as { object?: string; id?: string }
  const object = useObject(name)
  const record = useRecord(name, id)
  const t = useText()
  const place = useSearch({ strict: false }) as Place
  const navigate = useNavigate()
  const go = (to: Place) => void navigate({ to: '.', search: to as never, replace: true })
  if (object === null) return <RefusedFace error={null} />
  if (record.isError) return <RefusedFace error={record.error} onRetry={() => void record.refetch()} />
  if (record.data === undefined) return <Waiting lines={8} />
  const back = <Button component={Go} href={toRecord(name, id)} variant="default" leftSection={<IconArrowLeft size={16} aria-hidden />}>{t(texts.back)}</Button>
  const show = place.show ?? 'changes'
  return (
    <Page wide title={t(texts.of, { name: nameOf(object, record.data) })} lead={t(texts.lead)} acts={back}>
      <div className={style.bar}>
        <SegmentedControl
          aria-label={t(texts.ways)} value={show}
          data={[{ value: 'changes', label: t(texts.changes) }, { value: 'state', label: t(texts.state) }, { value: 'compare', label: t(texts.compare) }]}
          onChange={(to) => go(to === 'changes' ? {} : { ...place, show: to as 'state' })}
        />
        {show === 'state' && <Moment label={texts.moment} value={place.at} onChange={(at) => go({ ...place, at })} />}
        {show === 'compare' && (
          <>
            <Moment label={texts.from} value={place.from} onChange={(from) => go({ ...place, from })} />
            <Moment label={texts.to} value={place.to} onChange={(to) => go({ ...place, to })} />
          </>
        )}
      </div>
      {show === 'changes' && <Entries object={name} id={id} onState={(at) => go({ show: 'state', at })} onCompare={(from) => go({ show: 'compare', from })} />}
      {show === 'state' && <StateAt object={object} id={id} moment={place.at} />}
      {show === 'compare' && <Compared object={object} id={id} from={place.from} to={place.to} />}
    </Page>
  )
}

/** A moment as anywhere else: typed as people type it, with a calendar at hand. */
function Moment({ label, value, onChange }: { label: (typeof texts)['moment' | 'from' | 'to']; value: string | undefined; onChange(value: string | undefined): void }) {
  const field: FieldDefinition<'dateTime'> = { id: 'register.moment', name: 'moment', type: 'dateTime', label }
  return (
    <div className={style.moment}>
      <FieldEdit field={field} value={value ?? null} onChange={(to, unread) => unread === undefined && onChange(typeof to === 'string' ? to : undefined)} />
    </div>
  )
}
