import { UnstyledButton } from '@mantine/core'
import { useRef, useState } from 'react'
import type { ObjectView, RecordRow } from '../../contract/records.ts'
import type { Unread } from '../../fields/web.ts'
import { fieldOf } from '../kernel/api/metadata.ts'
import { fieldSentences } from '../kernel/api/problem.ts'
import { changeRecord } from '../kernel/api/records.ts'
import { FieldEdit } from '../kernel/records/field/FieldEdit.tsx'
import { FieldShow } from '../kernel/records/field/FieldShow.tsx'
import { useLeaving } from '../kernel/ui/leaving.ts'
import { useText } from '../kernel/ui/language.ts'
import { refused } from '../kernel/ui/notify.tsx'
import { useAct } from '../kernel/ui/useAct.ts'
import style from './products.module.css'

/** One field of a record: read as text, changed where it stands, and saved when it is left. A refusal stays beside what was typed. */
export function InPlace({ object, row, name, label }: { object: ObjectView; row: RecordRow; name: string; label: string }) {
  const t = useText()
  const frame = useRef<HTMLDivElement>(null)
  const field = fieldOf(object, name)
  const [draft, setDraft] = useState<{ value: unknown; unread: Unread | undefined } | null>(null)
  const save = useAct(async (value: unknown) => {
    await changeRecord(object.name, row.id, row.version, { [name]: value })
    setDraft(null)
  }, (error) => Object.keys(fieldSentences(error)).length === 0 && refused(error))
  const leave = () => {
    if (draft === null || draft.unread !== undefined) return
    if (JSON.stringify(draft.value) === JSON.stringify(row[name] ?? null)) setDraft(null)
    else void save.run(draft.value)
  }
  useLeaving(frame, leave, draft !== null)
  if (field === null) return null
  const fault = draft?.unread === undefined ? Object.values(fieldSentences(save.error))[0] : t(draft.unread.refusal.text, draft.unread.refusal.values)
  const value = row[name] ?? null
  if (draft === null) {
    return (
      <UnstyledButton className={style.inPlace} data-number={field.type === 'money' || field.type === 'number' || undefined} onClick={() => setDraft({ value, unread: undefined })}>
        <span className="sd-unseen">{label}: </span>
        {value === null ? <span className={style.none}>–</span> : <FieldShow field={field} value={value} density="cell" />}
      </UnstyledButton>
    )
  }
  return (
    <div ref={frame} role="group" aria-label={label}>
      <FieldEdit field={field} density="cell" autoFocus value={draft.value} unread={draft.unread} error={fault} onChange={(next, unread) => setDraft({ value: next, unread })}
        onCommit={() => queueMicrotask(leave)} onCancel={() => (setDraft(null), save.clear())} />
    </div>
  )
}
