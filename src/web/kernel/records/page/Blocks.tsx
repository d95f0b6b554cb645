import type { ObjectView, RecordRow } from '../../../../contract/records.ts'
import { useSession } from '../../api/session.ts'
import { useRooms } from '../../shell/rooms.ts'
import { useText } from '../../ui/language.ts'
import style from './page.module.css'

/** What rooms show of this record beside its fields. */
export function Blocks({ object, record }: { object: ObjectView; record: RecordRow }) {
  const t = useText()
  const session = useSession()
  const blocks = useRooms().flatMap((room) => room.record?.blocks ?? []).filter((block) => block.on({ object, record, session }))
  return blocks.map(({ key, label, Block }) => (
    <section key={key} className={style.section} aria-label={t(label)}>
      <div className={style.sectionHead}><h2 className={style.sectionTitle}>{t(label)}</h2></div>
      <Block object={object} record={record} />
    </section>
  ))
}
