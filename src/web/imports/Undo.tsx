import { Button, Group, Modal, Text } from '@mantine/core'
import { IconArrowBackUp } from '@tabler/icons-react'
import { useState } from 'react'
import { useText } from '../kernel/ui/language.ts'
import { refused } from '../kernel/ui/notify.tsx'
import { common } from '../kernel/ui/texts.ts'
import { start, type Import } from './api.ts'
import { texts } from './texts.ts'
import style from './imports.module.css'

export const canUndo = ({ state, counts }: Import): boolean => (state === 'done' || state === 'cancelled' || state === 'failed') && counts.created + counts.updated > 0

/** Thousands of records change at once, so it is said what will become of them. */
export function UndoQuestion({ it, onClose, onBegun }: { it: Import; onClose(): void; onBegun?(): void }) {
  const t = useText()
  const [busy, setBusy] = useState(false)
  const undo = () => {
    setBusy(true)
    void start(it.id, 'undo').then(() => (onClose(), onBegun?.()), refused).finally(() => setBusy(false))
  }
  return (
    <Modal opened onClose={onClose} title={t(texts.undoAsk)}>
      <Text size="md">{t(texts.undoWill, { created: it.counts.created, updated: it.counts.updated })}</Text>
      <Group justify="flex-end" mt="lg" gap="sm">
        <Button onClick={onClose}>{t(common.cancel)}</Button>
        <Button variant="light" color="red" loading={busy} onClick={undo} data-autofocus>{t(texts.undo)}</Button>
      </Group>
    </Modal>
  )
}

export function UndoButton({ it }: { it: Import }) {
  const t = useText()
  const [asking, setAsking] = useState(false)
  if (!canUndo(it)) return null
  return (
    <>
      <Button leftSection={<IconArrowBackUp className={style.icon} stroke={1.7} />} onClick={() => setAsking(true)}>{t(texts.undo)}</Button>
      {asking && <UndoQuestion it={it} onClose={() => setAsking(false)} />}
    </>
  )
}
