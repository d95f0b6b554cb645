import { useState } from 'react'
import { Suspense } from 'react'
import type { ObjectView, RecordRow } from '../../../../contract/records.ts'
import { useMetadata } from '../../api/metadata.ts'
import { useRooms } from '../../shell/rooms.ts'
import { Waiting } from '../../ui/faces.tsx'
import { useText } from '../../ui/language.ts'
import { Timeline } from '../timeline/Timeline.tsx'
import { useTimelineKeptFresh } from '../timeline/useTimelineKeptFresh.ts'
import type { Composer } from './parts.ts'
import style from './page.module.css'

/** The composer, and under it all that happened. */
export function Middle({ object, record }: { object: ObjectView; record: RecordRow }) {
  useTimelineKeptFresh(object, record.id)
  return (
    <>
      {typeof record.deletedAt !== 'string' && <Composers object={object} record={record} />}
      {object.timeline && <Timeline object={object.name} id={record.id} />}
    </>
  )
}

function Composers({ object, record }: { object: ObjectView; record: RecordRow }) {
  const t = useText()
  const metadata = useMetadata()
  const composers = useRooms().flatMap((room) => room.record?.composers ?? []).filter((one) => one.on(object, metadata))
  const [chosen, setChosen] = useState<string | null>(null)
  const current: Composer | undefined = composers.find((one) => one.key === chosen) ?? composers[0]
  if (current === undefined) return null
  return (
    <div className={style.composer}>
      {composers.length > 1 && (
        <div className={style.composerKinds} role="tablist">
          {composers.map((one) => <button key={one.key} type="button" role="tab" aria-selected={one === current} className={style.composerKind} onClick={() => setChosen(one.key)}>{t(one.label)}</button>)}
        </div>
      )}
      <Suspense fallback={<Waiting lines={1} />}><current.Compose object={object} record={record} /></Suspense>
    </div>
  )
}
