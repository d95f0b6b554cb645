import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ObjectView, RecordRow } from '../../../contract/records.ts'
import { RefusedFace, Waiting } from '../../kernel/ui/faces.tsx'
import { useText } from '../../kernel/ui/language.ts'
import { Figures } from './Figures.tsx'
import { openHandOver } from './open.ts'
import { openWorkQuery } from './openWork.ts'
import style from './handover.module.css'
import { texts } from './texts.ts'

/** What a person has to do, and the way to give it to others. */
export function OpenWork({ object, record }: { object: ObjectView; record: RecordRow }) {
  const t = useText()
  const work = useQuery(openWorkQuery(record.id))
  if (work.isError) return <RefusedFace error={work.error} />
  if (work.data === undefined) return <Waiting lines={2} />
  const { total, delegated, mayHandOver } = work.data
  return (
    <div className={style.block}>
      <strong>{t(texts.counted, { total })}</strong>
      <Figures counts={work.data} delegated={delegated} />
      {mayHandOver && total > 0 && <div><Button size="compact-md" onClick={() => openHandOver({ id: record.id, name: String(record[object.nameField]) })}>{t(texts.handOver)}</Button></div>}
    </div>
  )
}
