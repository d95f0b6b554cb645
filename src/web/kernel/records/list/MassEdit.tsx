import { ActionIcon, Button, Group, Modal, Stack } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import type { Values } from '../../../../contract/definition.ts'
import type { Unread } from '../../../../fields/web.ts'
import { webOf } from '../../../../fields/webs.ts'
import { fieldOf, type FieldView } from '../../api/metadata.ts'
import { useText } from '../../ui/language.ts'
import { common } from '../../ui/texts.ts'
import { FieldEdit } from '../field/FieldEdit.tsx'
import { FieldPicker } from './FieldPicker.tsx'
import { texts } from './texts.ts'
import type { ListOf } from './useList.ts'
import style from './picker.module.css'

interface MassEditProps {
  list: ListOf
  count: number | null
  onChange(values: Values): void
  onClose(): void
}

/** Which fields of the chosen records get which value; an empty one clears the field. */
export function MassEdit({ list, count, onChange, onClose }: MassEditProps) {
  const t = useText()
  const [fields, setFields] = useState<readonly FieldView[]>([])
  const [values, setValues] = useState<Values>({})
  const [unread, setUnread] = useState<Record<string, Unread | undefined>>({})
  const wrong = fields.some((field) => unread[field.name] !== undefined)
  const set = (field: FieldView, value: unknown, not?: Unread) => {
    setValues((before) => ({ ...before, [field.name]: value }))
    setUnread((before) => ({ ...before, [field.name]: not }))
  }
  const change = () => {
    onChange(Object.fromEntries(fields.map((field) => [field.name, sentOf(field, values[field.name])])))
    onClose()
  }
  return (
    <Modal opened onClose={onClose} title={t(texts.massTitle)} closeButtonProps={{ 'aria-label': t(common.close) }}>
      <Stack gap="md">
        <div>{count === null ? t(texts.massLeadAll) : t(texts.massLead, { count })}</div>
        {fields.map((field) => (
          <FieldLine key={field.name} field={field} value={values[field.name]} unread={unread[field.name]} onChange={set} onRemove={() => setFields(fields.filter((one) => one !== field))} />
        ))}
        <AddField list={list} taken={fields} onAdd={(field) => setFields([...fields, field])} />
        {fields.length > 0 && <div className={style.heading}>{t(texts.massClear)}</div>}
        <Group justify="flex-end">
          <Button onClick={onClose}>{t(common.cancel)}</Button>
          <Button variant="filled" disabled={fields.length === 0 || wrong} onClick={change}>
            {t(texts.massGo)}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}

interface LineProps {
  field: FieldView
  value: unknown
  unread: Unread | undefined
  onChange(field: FieldView, value: unknown, unread?: Unread): void
  onRemove(): void
}
function FieldLine({ field, value, unread, onChange, onRemove }: LineProps) {
  const t = useText()
  return (
    <Group align="flex-end" wrap="nowrap" gap="sm">
      <div className={style.chosenName}>
        <FieldEdit field={field} value={value} unread={unread} onChange={(next, not) => onChange(field, next, not)} />
      </div>
      <ActionIcon size="lg" aria-label={t(texts.removeColumn, { name: t(field.label) })} onClick={onRemove}>
        <IconX size={16} />
      </ActionIcon>
    </Group>
  )
}

/** Stands in the window itself: a picker floating over it would fight for the focus. */
function AddField({ list, taken, onAdd }: { list: ListOf; taken: readonly FieldView[]; onAdd(field: FieldView): void }) {
  const t = useText()
  const [open, setOpen] = useState(taken.length === 0)
  const offers = (field: FieldView) => field.access === 'write' && !field.readOnly && !webOf(field).given && !taken.includes(field) && !('unique' in field && field.unique)
  if (!open) {
    return (
      <Button leftSection={<IconPlus size={15} />} onClick={() => setOpen(true)}>
        {t(texts.massAdd)}
      </Button>
    )
  }
  return (
    <FieldPicker
      object={{ ...list.object, fields: list.object.fields.filter(offers) }} deep={false} wide
      onPick={(path) => {
        const field = fieldOf(list.object, path)
        if (field !== null) onAdd(field)
        setOpen(false)
      }}
    />
  )
}

const sentOf = (field: FieldView, value: unknown): unknown => (value === null || value === undefined ? null : (webOf(field).sent?.(value as never) ?? value))
