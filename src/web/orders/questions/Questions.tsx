import { ActionIcon, Button } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import type { BatchAnswer, ObjectView, RecordRow } from '../../../contract/records.ts'
import { keys, queries } from '../../kernel/api/client.ts'
import { fieldOf, useObject } from '../../kernel/api/metadata.ts'
import { undoRecord, useList } from '../../kernel/api/records.ts'
import { request } from '../../kernel/api/request.ts'
import { createRecordByForm } from '../../kernel/records/form/open.ts'
import { nameOf } from '../../kernel/records/name.ts'
import { removeWithUndo } from '../../kernel/records/page/acts.ts'
import { FieldRow } from '../../kernel/records/page/FieldRow.tsx'
import { RefusedFace, Waiting } from '../../kernel/ui/faces.tsx'
import { useText } from '../../kernel/ui/language.ts'
import { refused, told } from '../../kernel/ui/notify.tsx'
import { moved, SortableLines } from '../../kernel/ui/SortableLines.tsx'
import style from './questions.module.css'
import { texts } from './texts.ts'

const edited = ['title', 'kind', 'required', 'roles', 'choices']

/** The questions of a checklist one under another, each changed where it stands. */
export function Questions({ object, record }: { object: ObjectView; record: RecordRow }) {
  const t = useText()
  const question = useObject('checklistQuestion')
  const list = useList('checklistQuestion', { columns: [...edited, 'position'], where: `template = '${record.id}'`, order: 'position,createdAt', limit: 200 })
  const [wanted, setWanted] = useState<readonly RecordRow[] | null>(null)
  if (question === null) return null
  if (list.isError) return <RefusedFace error={list.error} onRetry={() => void list.refetch()} />
  if (list.data === undefined) return <Waiting lines={5} />
  const questions = wanted ?? list.data.rows
  async function order(from: number, to: number): Promise<void> {
    const now = moved(questions, from, to)
    setWanted(now)
    await keepOrder(now).then((operation) => told(t(texts.ordered), operation === null ? {} : { undo: () => undoRecord({ operation }) }), refused)
    await queries.invalidateQueries({ queryKey: keys.object('checklistQuestion') })
    setWanted(null)
  }
  return (
    <div className={style.questions}>
      <p className={style.about}>{t(questions.length === 0 ? texts.empty : texts.about)}</p>
      <SortableLines lines={questions} keyOf={({ id }) => id} nameOf={(row) => nameOf(question, row)} label={t(texts.questions)} onMove={(from, to) => void order(from, to)}>
        {(row) => <Question question={question} record={row} />}
      </SortableLines>
      {question.can.create && <Button size="compact-md" className={style.add} leftSection={<IconPlus size={15} stroke={1.8} aria-hidden />} onClick={() => void createRecordByForm('checklistQuestion', { template: { id: record.id, name: nameOf(object, record) }, position: String(questions.length + 1) })}>{t(texts.add)}</Button>}
    </div>
  )
}

function Question({ question, record }: { question: ObjectView; record: RecordRow }) {
  const t = useText()
  const title = nameOf(question, record)
  const fields = edited.flatMap((name) => fieldOf(question, name) ?? []).filter(({ name }) => name !== 'choices' || record['kind'] === 'choice')
  return (
    <div className={style.question}>
      <dl className={style.values}>
        {fields.map((field) => <FieldRow key={field.name} object={question} record={record} field={field} required={field.required === true} {...(field.access === 'write' && record.can?.change !== false ? {} : { whyNot: '–' })} />)}
      </dl>
      {question.can.delete && <ActionIcon size="sm" aria-label={t(texts.remove, { title })} onClick={() => void removeWithUndo('checklistQuestion', record.id, t(texts.removed, { title }))}><IconTrash size={16} stroke={1.6} /></ActionIcon>}
    </div>
  )
}

/** All that stand elsewhere now, in one operation that can be undone. */
async function keepOrder(questions: readonly RecordRow[]): Promise<string | null> {
  const update = questions.map((row, index) => ({ row, position: index + 1 })).filter(({ row, position }) => Number(row['position']) !== position)
  if (update.length === 0) return null
  const answer = await request<BatchAnswer>('POST', '/api/records/checklistQuestion/batch', { body: { atomic: true, update: update.map(({ row, position }) => ({ id: row.id, version: row.version, values: { position: String(position) } })) } })
  return answer.operation
}
