import { ActionIcon, Tooltip } from '@mantine/core'
import { IconHistory, IconPencil } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import type { MouseEvent } from 'react'
import type { ObjectView, RecordRow } from '../../../../contract/records.ts'
import { sameValue } from '../../../../fields/as-text.ts'
import type { Unread } from '../../../../fields/web.ts'
import { webOf } from '../../../../fields/webs.ts'
import type { FieldView } from '../../api/metadata.ts'
import { sentenceAt } from '../../api/problem.ts'
import { useLanguage, useText } from '../../ui/language.ts'
import { sentValue } from '../field/conditions.ts'
import { FieldEdit } from '../field/FieldEdit.tsx'
import { FieldLabel } from '../field/FieldLabel.tsx'
import { FieldShow } from '../field/FieldShow.tsx'
import { openEditOf, openHistory } from '../form/open.ts'
import { saveFields } from '../form/saving.ts'
import { offeredField } from '../form/states.ts'
import { faultsOf } from '../form/validity.ts'
import { texts } from './texts.ts'
import style from './page.module.css'

interface FieldRowProps {
  object: ObjectView
  record: RecordRow
  field: FieldView
  /** Why it cannot be changed; undefined when it can. */
  whyNot?: string
  required: boolean
}

/** Label and value; a click on the value, or its pencil, edits it in place. */
export function FieldRow(props: FieldRowProps) {
  const { object, record, field, whyNot } = props
  const t = useText()
  const edit = useInPlace(props)
  const label = t(field.label)
  const value = edit.pending === undefined ? record[field.name] : edit.pending.value
  const isEmpty = sentValue(field, value) === null
  // Lists of phones and addresses need room, so they open over the page; the rest is changed where it stands.
  const begin = () => (webOf(field).composite ? openEditOf(object.name, record.id, field.name) : edit.begin())
  const clicked = (event: MouseEvent) => {
    const selected = window.getSelection()?.toString() !== ''
    if (whyNot === undefined && !selected && !(event.target as HTMLElement).closest('a, button')) begin()
  }
  return (
    <div className={style.row} data-editing={edit.draft !== undefined || undefined}>
      <dt className={style.label} title={field.help && t(field.help)}><FieldLabel field={field} /></dt>
      <dd className={style.value}>
        {edit.draft !== undefined ? (
          <FieldEdit field={offeredField(object, field, { from: record, values: record })} value={edit.draft.value} unread={edit.draft.unread} onChange={edit.change} onCommit={edit.commit} onCancel={edit.cancel} error={edit.error} density="cell" autoFocus />
        ) : (
          <div className={style.shown} data-may={whyNot === undefined || undefined} data-pending={edit.pending !== undefined || undefined} onClick={clicked}>
            <span className={style.shownValue}>{isEmpty ? <span className={style.quiet}>{whyNot === undefined ? t(texts.addValue) : '–'}</span> : <FieldShow field={field} value={value} density="page" at={{ object: object.name, id: record.id }} />}</span>
            <span className={style.rowActs}>
              {whyNot === undefined
                ? <ActionIcon size="xs" aria-label={t(texts.editField, { label })} onClick={begin} ref={edit.button}><IconPencil className={style.small} /></ActionIcon>
                : <Tooltip label={whyNot}><ActionIcon size="xs" aria-label={`${label}: ${whyNot}`} aria-disabled data-disabled><IconPencil className={style.small} /></ActionIcon></Tooltip>}
              {!isEmpty && <ActionIcon size="xs" aria-label={t(texts.fieldHistory, { label })} onClick={() => openHistory(object.name, record.id, field.name)}><IconHistory className={style.small} /></ActionIcon>}
            </span>
          </div>
        )}
        {edit.draft === undefined && edit.error && <div className={style.refused} role="alert">{edit.error}</div>}
      </dd>
    </div>
  )
}

interface InPlace {
  value: unknown
  /** The record when editing began: another's change since then must not pass unseen. */
  seen: RecordRow
  unread?: Unread
}

/** What is being typed in place; closing brings focus back to the pencil. */
function useTyped() {
  const button = useRef<HTMLButtonElement>(null)
  const [draft, setDraft] = useState<InPlace>()
  // A choice is made and committed in one go, before the new value has been drawn.
  const latest = useRef<InPlace>(undefined)
  const put = (next: InPlace | undefined) => {
    latest.current = next
    setDraft(next)
  }
  const close = () => {
    put(undefined)
    requestAnimationFrame(() => document.activeElement === document.body && button.current?.focus())
  }
  return { button, draft, latest, put, close }
}

/** What is typed, sent, or refused. The new value shows at once; a refusal puts the old one back and says why. */
function useInPlace({ object, record, field, required }: FieldRowProps) {
  const t = useText()
  const language = useLanguage()
  const { button, draft, latest, put, close } = useTyped()
  const [pending, setPending] = useState<InPlace>()
  const [error, setError] = useState<string>()
  async function commit() {
    const made = latest.current
    if (made === undefined) return
    const fault = Object.values(faultsOf(field, { [field.name]: made.value }, { unread: made.unread, required, t }))[0]
    if (fault !== undefined) return setError(fault)
    close()
    setError(undefined)
    if (sameValue(sentValue(field, made.seen[field.name]), sentValue(field, made.value), field)) return
    setPending(made)
    try {
      await saveFields(object, made.seen, { [field.name]: made.value })
    } catch (refusal) {
      setError(sentenceAt(refusal, field.name, language))
    } finally {
      setPending(undefined)
    }
  }
  return {
    draft,
    pending,
    error,
    button,
    begin: () => (setError(undefined), put({ value: record[field.name] ?? null, seen: record })),
    change: (value: unknown, unread?: Unread) => (setError(undefined), put({ value, unread, seen: latest.current?.seen ?? record })),
    commit: () => void commit(),
    cancel: () => (setError(undefined), close()),
  }
}
