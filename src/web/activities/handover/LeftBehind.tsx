import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { IconAlertTriangle } from '@tabler/icons-react'
import type { ObjectView, RecordRow } from '../../../contract/records.ts'
import { useText } from '../../kernel/ui/language.ts'
import page from '../page/page.module.css'
import { openHandOver } from './open.ts'
import { openWorkQuery } from './openWork.ts'
import { texts } from './texts.ts'

/** Whoever turns an account off is told what would otherwise be forgotten. */
export function LeftBehind({ object, record }: { object: ObjectView; record: RecordRow }) {
  const t = useText()
  const work = useQuery(openWorkQuery(record.id))
  if (work.data === undefined || work.data.total === 0 || !work.data.mayHandOver) return null
  return (
    <div className={page['banner']} data-tone="amber" role="status">
      <IconAlertTriangle size={17} aria-hidden />
      <span className={page['said']}>{t(texts.leftBehind, { total: work.data.total })}</span>
      <Button size="compact-md" onClick={() => openHandOver({ id: record.id, name: String(record[object.nameField]) })}>{t(texts.handOver)}</Button>
    </div>
  )
}
