import { Chip, Group } from '@mantine/core'
import { useRef, useState } from 'react'
import type { Values } from '../../../contract/definition.ts'
import type { ObjectView } from '../../../contract/records.ts'
import { sameValue } from '../../../fields/as-text.ts'
import type { Unread } from '../../../fields/web.ts'
import type { Check } from '../../../server/orders/contract.ts'
import { fieldOf } from '../../kernel/api/metadata.ts'
import { sentValue } from '../../kernel/records/field/conditions.ts'
import { FieldEdit } from '../../kernel/records/field/FieldEdit.tsx'
import { FieldShow } from '../../kernel/records/field/FieldShow.tsx'
import { useText } from '../../kernel/ui/language.ts'
import style from './checklist.module.css'
import { texts } from './texts.ts'

const fieldNames = { text: 'text', day: 'day', file: 'file', person: 'agreedWith' } as const
type Named = keyof typeof fieldNames

interface AnswerProps {
  object: ObjectView
  check: Check
  disabled: boolean
  onSave(values: Values): void
}

/** The answer by its kind, open to be given at once; leaving it, or choosing, saves. */
export function AnswerInput(props: AnswerProps) {
  const { check } = props
  if (check.kind === 'choice') return <Choices {...props} />
  return check.kind in fieldNames ? <OfField {...props} name={fieldNames[check.kind as Named]} /> : null
}

/** A second press on what is chosen takes it back. */
function Choices({ check, disabled, onSave }: AnswerProps) {
  const t = useText()
  return (
    <Group gap={6} role="group" aria-label={t(texts.answer, { title: check.title })}>
      {check.choices.map((choice) => (
        <Chip key={choice} size="sm" checked={check.text === choice} disabled={disabled} onChange={(chosen) => onSave({ text: chosen ? choice : null })}>{choice}</Chip>
      ))}
    </Group>
  )
}

interface Draft {
  value: unknown
  unread?: Unread | undefined
}

function OfField({ object, check, disabled, onSave, name }: AnswerProps & { name: (typeof fieldNames)[Named] }) {
  const [draft, setDraft] = useState<Draft | null>(null)
  // Tab both ends the typing and leaves: it is one answer.
  const committed = useRef<Draft | null>(null)
  const field = fieldOf(object, name)
  if (field === null) return null
  const kept = check[name]
  if (disabled && draft === null) return kept === null ? null : <div className={style.given}><FieldShow field={field} value={kept} density="page" at={{ object: 'orderCheck', id: check.id }} /></div>
  const save = (value: unknown) => {
    setDraft(null)
    if (!sameValue(sentValue(field, value), sentValue(field, kept), field)) onSave({ [name]: sentValue(field, value) })
  }
  const isChosenAtOnce = name === 'file' || name === 'agreedWith'
  const change = (value: unknown, unread?: Unread) => (isChosenAtOnce && unread === undefined ? save(value) : setDraft({ value, unread }))
  const commit = () => {
    if (draft === null || draft.unread !== undefined || draft === committed.current) return
    committed.current = draft
    save(draft.value)
  }
  return (
    <div className={style.answer} onBlur={isChosenAtOnce ? undefined : commit}>
      <FieldEdit field={field} value={draft === null ? kept : draft.value} {...(draft?.unread ? { unread: draft.unread } : {})} onChange={change} onCommit={commit} onCancel={() => setDraft(null)} density="cell" />
    </div>
  )
}
