import { Button, Group } from '@mantine/core'
import { useRef, useState } from 'react'
import type { ObjectView, RecordRow } from '../../../../contract/records.ts'
import type { Unread } from '../../../../fields/web.ts'
import { webOf } from '../../../../fields/webs.ts'
import { useLanguage, useText } from '../../ui/language.ts'
import { useLeaving } from '../../ui/leaving.ts'
import { common } from '../../ui/texts.ts'
import { say } from '../../../../contract/text.ts'
import { FieldEdit } from '../field/FieldEdit.tsx'
import { offeredField } from '../form/states.ts'
import { checkWidth } from './gridIds.ts'
import type { Column } from './columns.ts'
import type { Lines } from './lines.ts'
import type { CellEditing } from './useCellEditing.ts'
import type { OnScreen } from './useLinesOnScreen.ts'
import style from './grid.module.css'

interface EditorProps {
  object: ObjectView
  columns: readonly Column[]
  lines: Lines
  editing: CellEditing
  onScreen: OnScreen
  lineHeight: number
}

/** The edited cell, laid over its place so that nothing moves. Values of several lines open below it. */
export function CellEditor({ object, columns, lines, editing, onScreen, lineHeight }: EditorProps) {
  const { id, path, line } = editing.at!
  const column = columns.find((one) => one.path === path)
  const found = lines.at(line)
  const row = found.kind === 'row' && found.row?.id === id ? found.row : undefined
  const item = onScreen.items.find((one) => one.index === line)
  if (column === undefined || row === undefined || item === undefined) return null
  const left = checkWidth + columns.slice(0, columns.indexOf(column)).reduce((sum, one) => sum + one.width, 0)
  const roomy = webOf(column.field).wide === true || webOf(column.field).composite === true
  return (
    <div className={style.editor} data-roomy={roomy || undefined} style={{ top: item.top, left, width: roomy ? Math.max(380, column.width) : Math.max(140, column.width), minHeight: lineHeight }}>
      <CellInput object={object} row={row} column={column} editing={editing} roomy={roomy} />
    </div>
  )
}

function CellInput({ object, row, column, editing, roomy }: { object: ObjectView; row: RecordRow; column: Column; editing: CellEditing; roomy: boolean }) {
  const t = useText()
  const language = useLanguage()
  const frame = useRef<HTMLDivElement>(null)
  const refused = editing.refusal?.id === row.id && editing.refusal.path === column.path ? editing.refusal : null
  const [value, setValue] = useState<unknown>(refused?.wanted ?? row[column.path] ?? null)
  const [unread, setUnread] = useState<Unread | undefined>(undefined)
  const latest = useRef({ value, unread })
  const done = useRef(false)
  const finish = (save: boolean) => {
    if (done.current) return
    if (save && latest.current.unread !== undefined) return
    done.current = true
    if (save) editing.save(row, column, latest.current.value)
    else editing.leave()
    document.querySelector<HTMLElement>('[data-grid]')?.focus({ preventScroll: true })
  }
  useLeaving(frame, () => finish(true))
  return (
    <div ref={frame}>
      <FieldEdit
        field={offeredField(object, column.field, { from: row, values: row })} density="cell" value={value} unread={unread} autoFocus error={unread === undefined ? undefined : say(unread.refusal.text, language, unread.refusal.values)}
        onChange={(next, wrong) => {
          latest.current = { value: next, unread: wrong }
          setValue(next)
          setUnread(wrong)
        }}
        onCommit={roomy ? undefined : () => queueMicrotask(() => finish(true))}
        onCancel={() => finish(false)}
      />
      {roomy && (
        <Group justify="flex-end" gap="sm" mt="sm">
          <Button size="compact-sm" onClick={() => finish(false)}>{t(common.cancel)}</Button>
          <Button size="compact-sm" variant="filled" onClick={() => finish(true)}>{t(common.save)}</Button>
        </Group>
      )}
    </div>
  )
}
