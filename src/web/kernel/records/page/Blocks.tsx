import { Suspense } from 'react'
import type { ObjectView, RecordRow } from '../../../../contract/records.ts'
import { useMetadata } from '../../api/metadata.ts'
import { useSession } from '../../api/session.ts'
import { useRooms } from '../../shell/rooms.ts'
import { Waiting } from '../../ui/faces.tsx'
import { useText } from '../../ui/language.ts'
import type { RecordBlock } from './parts.ts'
import style from './page.module.css'

export function useBlocks(object: ObjectView, record: RecordRow): readonly RecordBlock[] {
  const session = useSession()
  const metadata = useMetadata()
  return useRooms().flatMap((room) => room.record?.blocks ?? []).filter((block) => block.on({ object, record, session, metadata }))
}

/** What rooms show of this record beside its fields. */
export function Blocks({ object, record }: { object: ObjectView; record: RecordRow }) {
  const t = useText()
  return useBlocks(object, record).map(({ key, label, Block }) => (
    <section key={key} className={style.section} aria-label={t(label)}>
      <div className={style.sectionHead}><h2 className={style.sectionTitle}>{t(label)}</h2></div>
      <Suspense fallback={<Waiting lines={2} />}><Block object={object} record={record} /></Suspense>
    </section>
  ))
}
