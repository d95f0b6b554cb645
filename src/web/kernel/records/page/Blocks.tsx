import { Suspense } from 'react'
import type { ObjectView, RecordRow } from '../../../../contract/records.ts'
import { useMetadata } from '../../api/metadata.ts'
import { useSession } from '../../api/session.ts'
import { useRooms } from '../../shell/rooms.ts'
import { Waiting } from '../../ui/faces.tsx'
import { useText } from '../../ui/language.ts'
import type { RecordBlock } from './parts.ts'
import style from './page.module.css'

/** `beside`: those that stand with what the record is tied to, or those that do not; all where it is left out. */
export function useBlocks(object: ObjectView, record: RecordRow, beside?: boolean): readonly RecordBlock[] {
  const session = useSession()
  const metadata = useMetadata()
  return useRooms().flatMap((room) => room.record?.blocks ?? []).filter((block) => (beside === undefined || (block.beside ?? false) === beside) && block.on({ object, record, session, metadata }))
}

/** What rooms show of this record beside its fields. */
export function Blocks({ object, record, beside }: { object: ObjectView; record: RecordRow; beside?: boolean }) {
  const t = useText()
  return useBlocks(object, record, beside).map(({ key, label, Block }) => (
    <section key={key} className={style.section} aria-label={t(label)}>
      <div className={style.sectionHead}><h2 className={style.sectionTitle}>{t(label)}</h2></div>
      <Suspense fallback={<Waiting lines={2} />}><Block object={object} record={record} /></Suspense>
    </section>
  ))
}
