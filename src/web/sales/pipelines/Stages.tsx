import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { ObjectView, RecordRow } from '../../../contract/records.ts'
import { queries, keys } from '../../kernel/api/client.ts'
import { useObject } from '../../kernel/api/metadata.ts'
import { undoRecord, useList } from '../../kernel/api/records.ts'
import { request } from '../../kernel/api/request.ts'
import type { BatchAnswer } from '../../../contract/records.ts'
import { createRecordByForm } from '../../kernel/records/form/open.ts'
import { nameOf } from '../../kernel/records/name.ts'
import { RefusedFace, Waiting } from '../../kernel/ui/faces.tsx'
import { useText } from '../../kernel/ui/language.ts'
import { refused, told } from '../../kernel/ui/notify.tsx'
import { moved, SortableLines } from '../../kernel/ui/SortableLines.tsx'
import style from './pipelines.module.css'
import { StageLine } from './StageLine.tsx'
import { texts } from './texts.ts'

const columns = ['name', 'position', 'color', 'probability', 'days', 'category', 'enterWhen', 'enterNot', 'description']

/** The stages of a pipeline, one under another: their order, what is usual in each, what is asked for on entering it. */
export function Stages({ object, record }: { object: ObjectView; record: RecordRow }) {
  const t = useText()
  const stage = useObject('stage')
  const list = useList('stage', { columns, where: `pipeline = '${record.id}'`, order: 'position,createdAt', limit: 100 })
  const [wanted, setWanted] = useState<readonly RecordRow[] | null>(null)
  if (stage === null) return null
  if (list.isError) return <RefusedFace error={list.error} onRetry={() => void list.refetch()} />
  if (list.data === undefined) return <Waiting lines={5} />
  const stages = wanted ?? list.data.rows
  const next = Math.max(0, ...stages.map((row) => Number(row['position']))) + 1
  async function order(from: number, to: number): Promise<void> {
    const now = moved(stages, from, to)
    setWanted(now)
    await keepOrder(now).then((operation) => told(t(texts.ordered), operation === null ? {} : { undo: () => undoRecord({ operation }) }), refused)
    await queries.invalidateQueries({ queryKey: keys.object('stage') })
    setWanted(null)
  }
  return (
    <div className={style.stages}>
      <p className={style.about}>{t(stages.length === 0 ? texts.empty : texts.about)}</p>
      <SortableLines lines={stages} keyOf={({ id }) => id} nameOf={(row) => nameOf(stage, row)} label={t(texts.stages)} onMove={(from, to) => void order(from, to)}>
        {(row) => <StageLine stage={stage} record={row} />}
      </SortableLines>
      {stage.can.create && <Button size="compact-md" className={style.add} leftSection={<IconPlus size={15} stroke={1.8} />} onClick={() => void createRecordByForm('stage', { pipeline: { id: record.id, name: nameOf(object, record) }, position: String(next) })}>{t(texts.add)}</Button>}
    </div>
  )
}

/** All that stand elsewhere now, in one operation that can be undone. */
async function keepOrder(stages: readonly RecordRow[]): Promise<string | null> {
  const update = stages.map((row, index) => ({ row, position: index + 1 })).filter(({ row, position }) => Number(row['position']) !== position)
  if (update.length === 0) return null
  const answer = await request<BatchAnswer>('POST', '/api/records/stage/batch', { body: { atomic: true, update: update.map(({ row, position }) => ({ id: row.id, version: row.version, values: { position: String(position) } })) } })
  return answer.operation
}
