import { ActionIcon, Button, Menu } from '@mantine/core'
import { IconArrowBackUp, IconArrowForwardUp, IconDots, IconHistory, IconTrash } from '@tabler/icons-react'
import { useBlocker } from '@tanstack/react-router'
import { useState } from 'react'
import { isProblem, sentence } from '../../kernel/api/problem.ts'
import { useLanguage, useText } from '../../kernel/ui/language.ts'
import { common } from '../../kernel/ui/texts.ts'
import { Window } from '../../kernel/ui/Window.tsx'
import { texts as editor } from '../editor/texts.ts'
import type { Editing } from '../editor/useEditing.ts'
import { Sides } from './Sides.tsx'
import { texts } from './texts.ts'
import type { Keeping } from './useKept.ts'
import type { Publishing } from './usePublishing.ts'
import type { Shaped } from '../WithObject.tsx'
import { Versions } from './Versions.tsx'
import style from './publishing.module.css'

interface BarProps {
  shaped: Shaped
  editing: Editing
  keeping: Keeping
  publishing: Publishing
}

/** Steps back and forth, the state of the draft, and what is done with it. */
export function PublishBar({ shaped, editing, keeping, publishing }: BarProps) {
  const t = useText()
  const [shown, setShown] = useState<'versions' | 'remove' | null>(null)
  const { publish, remove } = publishing
  const { isDirty, standing, place } = editing
  const isApart = place.role !== null || place.type !== null
  return (
    <>
      <span className={style.state} role="status">{t(isDirty ? (keeping.state === 'same' ? texts.draft : texts[keeping.state]) : standing.published ? texts.same : texts.asNow)}</span>
      <ActionIcon aria-label={t(editor.undo)} title={`${t(editor.undo)} (Ctrl+Z)`} disabled={!editing.mayUndo} onClick={editing.undo}><IconArrowBackUp size={17} stroke={1.7} aria-hidden /></ActionIcon>
      <ActionIcon aria-label={t(editor.redo)} title={`${t(editor.redo)} (Ctrl+Shift+Z)`} disabled={!editing.mayRedo} onClick={editing.redo}><IconArrowForwardUp size={17} stroke={1.7} aria-hidden /></ActionIcon>
      <Menu position="bottom-end">
        <Menu.Target><ActionIcon aria-label={t(texts.more)}><IconDots size={17} stroke={1.7} aria-hidden /></ActionIcon></Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconHistory size={16} stroke={1.6} />} onClick={() => setShown('versions')}>{t(texts.versions)}</Menu.Item>
          <Menu.Item leftSection={<IconArrowBackUp size={16} stroke={1.6} />} disabled={!isDirty} onClick={publishing.discard}>{t(texts.discard)}</Menu.Item>
          <Menu.Item leftSection={<IconTrash size={16} stroke={1.6} />} disabled={!standing.published} onClick={() => setShown('remove')}>{t(texts.remove)}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Button variant="filled" loading={publish.busy} disabled={!isDirty && !(isApart && !standing.published)} onClick={() => void publish.run()}>{t(texts.publish)}</Button>
      {shown === 'versions' && <Versions shaped={shaped} editing={editing} onClose={() => setShown(null)} />}
      {shown === 'remove' && <AskRemove busy={remove.busy} onClose={() => setShown(null)} onRemove={() => void remove.run().then(() => setShown(null))} />}
      {publishing.theirs !== null && <Sides shaped={shaped} place={place} publishing={publishing} />}
      <Leaving keeping={keeping} />
    </>
  )
}

function AskRemove({ busy, onClose, onRemove }: { busy: boolean; onClose(): void; onRemove(): void }) {
  const t = useText()
  return (
    <Window title={t(texts.removeTitle)} onClose={onClose}>
      <p>{t(texts.removeAbout)}</p>
      <div className={style.acts}><Button onClick={onClose}>{t(common.cancel)}</Button><Button variant="filled" color="red" loading={busy} onClick={onRemove}>{t(texts.remove)}</Button></div>
    </Window>
  )
}

/** What the server would not take, in its own sentences. */
export function Refused({ publishing }: { publishing: Publishing }) {
  const language = useLanguage()
  const error = publishing.publish.error ?? publishing.remove.error
  if (error === null) return null
  const told = isProblem(error) ? [...new Set((error.problem.fields ?? []).map(({ message }) => message))] : []
  return <div className={style.refused} role="alert">{told.length > 0 ? told.join(' ') : sentence(error, language)}</div>
}

/** The draft keeps itself; only one that cannot be kept holds anybody back. */
function Leaving({ keeping }: { keeping: Keeping }) {
  const t = useText()
  const blocker = useBlocker({ shouldBlockFn: async () => !(await keeping.keep()), enableBeforeUnload: () => !keeping.isKept(), withResolver: true })
  if (blocker.status !== 'blocked') return null
  return (
    <Window title={t(texts.leaveTitle)} onClose={blocker.reset}>
      <p>{t(texts.leaveAbout)}</p>
      <div className={style.acts}><Button onClick={blocker.proceed}>{t(texts.leave)}</Button><Button variant="filled" onClick={blocker.reset}>{t(texts.stay)}</Button></div>
    </Window>
  )
}
