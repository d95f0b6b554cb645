import { Button, Group, Modal, Stack } from '@mantine/core'
import { useState } from 'react'
import type { Values } from '../../../../contract/definition.ts'
import { webOf } from '../../../../fields/webs.ts'
import { fieldSentences } from '../../api/problem.ts'
import { useText } from '../../ui/language.ts'
import { common } from '../../ui/texts.ts'
import { FieldEdit } from '../field/FieldEdit.tsx'
import { texts } from '../list/texts.ts'
import type { ListOf } from '../list/useList.ts'
import type { Pending } from './Board.tsx'

/** The move needs more than the move: just these fields. */
export function MoveNeeds({ list, pending, onDone }: { list: ListOf; pending: Pending; onDone(values: Values | null): void }) {
  const t = useText()
  const [values, setValues] = useState<Values>(() => Object.fromEntries(pending.needs.map((field) => [field.name, pending.row[field.name] ?? null])))
  const told = fieldSentences(pending.problem)
  return (
    <Modal opened onClose={() => onDone(null)} title={String(pending.row[list.object.nameField] ?? '')} closeButtonProps={{ 'aria-label': t(common.close) }}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          onDone(Object.fromEntries(pending.needs.map((field) => [field.name, values[field.name] == null ? null : (webOf(field).sent?.(values[field.name] as never) ?? values[field.name])])))
        }}
      >
        <Stack gap="md">
          <div>{t(texts.moveNeeds)}</div>
          {pending.needs.map((field, place) => (
            <FieldEdit key={field.name} field={field} value={values[field.name]} error={told[field.name]} required autoFocus={place === 0} onChange={(value) => setValues((before) => ({ ...before, [field.name]: value }))} />
          ))}
          <Group justify="flex-end">
            <Button onClick={() => onDone(null)}>{t(common.cancel)}</Button>
            <Button type="submit" variant="filled">
              {t(common.save)}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
