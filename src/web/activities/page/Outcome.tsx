import { Button, Tooltip } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import type { ObjectView, RecordRow } from '../../../contract/records.ts'
import { fieldOf } from '../../kernel/api/metadata.ts'
import { FieldShow } from '../../kernel/records/field/FieldShow.tsx'
import { openAction, openEdit } from '../../kernel/records/form/open.ts'
import { useText } from '../../kernel/ui/language.ts'
import { useFinish } from '../EntryActs.tsx'
import style from './page.module.css'
import { texts } from './texts.ts'

/** What is still to be done is finished here; of what is done, what came of it. */
export function Outcome({ object, record }: { object: ObjectView; record: RecordRow }) {
  return (record['doneAt'] ?? null) === null ? <Finishing record={record} /> : <CameOf object={object} record={record} />
}

function Finishing({ record }: { record: RecordRow }) {
  const t = useText()
  const finish = useFinish(() => undefined)
  const ability = record.can?.actions?.['finish']
  const why = record.can?.change === true && (ability === undefined || ability === true) ? undefined : typeof ability === 'object' ? ability.reason : null
  if (why === null) return null
  const stays = { 'data-disabled': why !== undefined || undefined, 'aria-disabled': why !== undefined || undefined }
  return (
    <Tooltip label={why} disabled={why === undefined}>
      <div className={style.finishing}>
        <Button variant="filled" leftSection={<IconCheck size={16} aria-hidden />} loading={finish.busy} {...stays} onClick={() => why === undefined && void finish.run({ id: record.id, title: String(record['title']) })}>{t(texts.finish)}</Button>
        <Button {...stays} onClick={() => why === undefined && openAction('activity', record.id, 'finish')}>{t(texts.finishWith)}</Button>
      </div>
    </Tooltip>
  )
}

function CameOf({ object, record }: { object: ObjectView; record: RecordRow }) {
  const t = useText()
  const [outcome, note] = [fieldOf(object, 'outcome'), fieldOf(object, 'outcomeNote')]
  const isNoted = [record['outcome'], record['outcomeNote']].some((value) => (value ?? '') !== '')
  return (
    <div className={style.block}>
      {!isNoted && <p className={style.quiet}>{t(texts.nothingNoted)}</p>}
      {outcome && <div><FieldShow field={outcome} value={record['outcome']} /></div>}
      {note && <FieldShow field={note} value={record['outcomeNote']} density="page" />}
      {!isNoted && record.can?.change === true && <div><Button size="compact-md" onClick={() => openEdit('activity', record.id, 'result')}>{t(texts.noteIt)}</Button></div>}
    </div>
  )
}
