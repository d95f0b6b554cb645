import { Button, Group, Modal, Stack } from '@mantine/core'
import { useState } from 'react'
import type { Values } from '../../../../contract/definition.ts'
import type { RecordRow } from '../../../../contract/records.ts'
import type { Unread } from '../../../../fields/web.ts'
import type { FieldView } from '../../api/metadata.ts'
import { fieldSentences, type ProblemError } from '../../api/problem.ts'
import { useText } from '../../ui/language.ts'
import { common } from '../../ui/texts.ts'
import { FieldEdit } from '../field/FieldEdit.tsx'
import { texts } from './texts.ts'
import { faultsOf } from './validity.ts'

interface MoveNeedsProps {
  title: string
  record: RecordRow
  needs: readonly FieldView[]
  /** Those of them that may stay empty. */
  free?: readonly string[]
  /** What the server refused; null before it was asked. */
  problem: ProblemError | null
  onDone(values: Values | null): void
}

/** A move needs more than the move: it asks for just these fields. */
export function MoveNeeds({ title, record, needs, free = [], problem, onDone }: MoveNeedsProps) {
  const t = useText()
  const [values, setValues] = useState<Values>(() => Object.fromEntries(needs.map((field) => [field.name, record[field.name] ?? null])))
  const [unread, setUnread] = useState<Record<string, Unread | undefined>>({})
  const [faults, setFaults] = useState<Record<string, string>>(() => (problem === null ? {} : fieldSentences(problem)))
  function submit() {
    const found: Record<string, string> = Object.assign({}, ...needs.map((field) => faultsOf(field, values, { unread: unread[field.name], required: !free.includes(field.name), t })))
    setFaults(found)
    if (Object.keys(found).length === 0) onDone(Object.fromEntries(needs.map((field) => [field.name, values[field.name] ?? null])))
  }
  return (
    <Modal opened onClose={() => onDone(null)} title={title} closeButtonProps={{ 'aria-label': t(common.close) }}>
      <form noValidate onSubmit={(event) => (event.preventDefault(), submit())}>
        <Stack gap="md">
          <div>{t(texts.moveNeeds)}</div>
          {needs.map((field, place) => (
            <FieldEdit
              key={field.name} field={field} value={values[field.name]} unread={unread[field.name]} error={faults[field.name]} required={!free.includes(field.name)} autoFocus={place === 0}
              onChange={(value, still) => (setValues((before) => ({ ...before, [field.name]: value })), setUnread((before) => ({ ...before, [field.name]: still })))}
            />
          ))}
          <Group justify="flex-end">
            <Button onClick={() => onDone(null)}>{t(common.cancel)}</Button>
            <Button type="submit" variant="filled">{t(common.save)}</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
