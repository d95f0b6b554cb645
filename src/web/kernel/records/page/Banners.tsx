import { Button } from '@mantine/core'
import { IconArchive, IconTrash } from '@tabler/icons-react'
import type { ObjectView, RecordRow } from '../../../../contract/records.ts'
import { putRecord } from '../../api/records.ts'
import { useManner, useText } from '../../ui/language.ts'
import { refused, told } from '../../ui/notify.tsx'
import { nameOf } from '../name.ts'
import { fullMoment } from '../time.ts'
import { unarchiveWithUndo } from './acts.ts'
import { texts } from './texts.ts'
import style from './page.module.css'

/** What everybody must know first: it is past data, or in the trash. */
export function Banners({ object, record }: { object: ObjectView; record: RecordRow }) {
  const t = useText()
  const manner = useManner()
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
  if (typeof record.archivedAt !== 'string') return null
  return (
    <div className={style.banner} data-tone="amber" role="status">
      <IconArchive className={style.icon} aria-hidden />
      <span>{t(texts.archiveBanner, { when: fullMoment(record.archivedAt, manner) })}</span>
      {record.can?.change && <Button size="compact-sm" onClick={() => void unarchiveWithUndo(object.name, record.id, t(texts.unarchived, { name }))}>{t(texts.unarchive)}</Button>}
    </div>
  )
}
