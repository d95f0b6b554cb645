import { Button } from '@mantine/core'
import { IconArchive, IconTrash } from '@tabler/icons-react'
import { Suspense } from 'react'
import type { ObjectView, RecordRow } from '../../../../contract/records.ts'
import { putRecord } from '../../api/records.ts'
import { useSession } from '../../api/session.ts'
import { useRooms } from '../../shell/rooms.ts'
import { useManner, useText } from '../../ui/language.ts'
import { refused, told } from '../../ui/notify.tsx'
import { nameOf } from '../name.ts'
import { fullMoment } from '../time.ts'
import { unarchiveWithUndo } from './acts.ts'
import { texts } from './texts.ts'
import style from './page.module.css'

/** What everybody must know first: it is in the trash, it is past data, or what rooms have to say. */
export function Banners({ object, record }: { object: ObjectView; record: RecordRow }) {
  const t = useText()
  const manner = useManner()
  const session = useSession()
  const banners = useRooms().flatMap((room) => room.record?.banners ?? []).filter((banner) => banner.on({ object, record, session }))
  const name = nameOf(object, record)
  if (typeof record.deletedAt === 'string') {
    const restore = () => void putRecord(object.name, record.id, 'restore').then(() => told(t(texts.restored, { name })), refused)
    return (
      <div className={style.banner} data-tone="red" role="status">
        <IconTrash className={style.icon} aria-hidden />
        <span>{t(texts.trashBanner, { when: fullMoment(record.deletedAt, manner) })}</span>
        {object.can.delete && <Button size="compact-sm" onClick={restore}>{t(texts.restore)}</Button>}
      </div>
    )
  }
  return (
    <>
      {typeof record.archivedAt === 'string' && <Archived object={object} record={record} />}
      {banners.map(({ key, Banner }) => <Suspense key={key} fallback={null}><Banner object={object} record={record} /></Suspense>)}
    </>
  )
}

function Archived({ object, record }: { object: ObjectView; record: RecordRow }) {
  const t = useText()
  const manner = useManner()
  return (
    <div className={style.banner} data-tone="amber" role="status">
      <IconArchive className={style.icon} aria-hidden />
      <span>{t(texts.archiveBanner, { when: fullMoment(String(record.archivedAt), manner) })}</span>
      {record.can?.change && <Button size="compact-sm" onClick={() => void unarchiveWithUndo(object.name, record.id, t(texts.unarchived, { name: nameOf(object, record) }))}>{t(texts.unarchive)}</Button>}
    </div>
  )
}
