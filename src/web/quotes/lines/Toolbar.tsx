import { ActionIcon, Button, Popover, Select, TextInput, Tooltip } from '@mantine/core'
import { IconArrowBackUp, IconArrowDown, IconArrowForwardUp, IconArrowUp, IconKeyboard, IconPlus, IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { memo } from 'react'
import { lineKinds } from '../../../server/quotes/texts.ts'
import { useText } from '../../kernel/ui/language.ts'
import { kindQuery } from '../asking.ts'
import { keyTexts, texts } from '../texts.ts'
import style from '../quotes.module.css'
import { inserted, changedRow, nextLine, withKind } from './edits.ts'
import type { LinesState } from './LinesTab.tsx'
import { newLine, newSection, type LineRow, type Row } from './rows.ts'
import { SaveState } from './SaveState.tsx'

interface ToolbarProps {
  lines: Pick<LinesState, 'state' | 'acts' | 'saving' | 'mayChange' | 'setConfiguring' | 'setBegun'>
  rows: readonly Row[]
  active: string | null
  onActive(id: string): void
}

/** What can be done with the row one stands in, for those who would rather press than know the keys. */
function ToolsOfLines({ lines, rows, active, onActive }: ToolbarProps) {
  const t = useText()
  const { state, acts, saving, mayChange } = lines
  if (!mayChange) return <div className={style.tools} role="toolbar" aria-label={t(texts.tools)}><span className={style.quiet}>{saving.grid.may.why}</span></div>
  const at = rows.findIndex(({ id }) => id === active)
  const row = rows[at]
  const add = (made: Row) => {
    state.change((content) => ({ ...content, rows: inserted(content.rows, at === -1 ? content.rows.length : at, made).rows }))
    onActive(made.id)
    lines.setBegun(made.id)
  }
  const addSection = () => {
    const made = newSection(t(texts.addSection))
    state.change((content) => ({ ...content, rows: [...content.rows, made] }))
    lines.setBegun(made.id)
  }
  return (
    <div className={style.tools} role="toolbar" aria-label={t(texts.tools)}>
      <Button size="compact-sm" leftSection={<IconPlus className={style.icon} aria-hidden />} onClick={() => add(nextLine(rows, at))}>{t(texts.addLine)}</Button>
      <Button size="compact-sm" variant="subtle" color="gray" leftSection={<IconPlus className={style.icon} aria-hidden />} onClick={addSection}>{t(texts.addSection)}</Button>
      <Button size="compact-sm" variant="subtle" color="gray" leftSection={<IconPlus className={style.icon} aria-hidden />} onClick={() => add(newLine({ kind: 'text', name: t(texts.addText), quantity: null, unit: null, vatRate: null }))}>{t(texts.addText)}</Button>
      <span className={style.ofRow}>
      <span className={style.divide} />
      {row?.is === 'line' && row.kind !== 'component' && <KindOfLine row={row} lines={lines} />}
      {row?.is === 'line' && row.kind !== 'component' && <ConfigureLine row={row} onConfigure={() => lines.setConfiguring(row.id)} />}
      <Tool label={t(texts.up)} disabled={row === undefined} onClick={() => acts.move(at, -1)}><IconArrowUp className={style.icon} /></Tool>
      <Tool label={t(texts.down)} disabled={row === undefined} onClick={() => acts.move(at, 1)}><IconArrowDown className={style.icon} /></Tool>
      <Tool label={t(texts.remove)} disabled={row === undefined} onClick={() => acts.remove(at, at)}><IconTrash className={style.icon} /></Tool>
      <span className={style.divide} />
      <Tool label={t(texts.undo)} disabled={!state.canUndo} onClick={acts.undo}><IconArrowBackUp className={style.icon} /></Tool>
      <Tool label={t(texts.redo)} disabled={!state.canRedo} onClick={acts.redo}><IconArrowForwardUp className={style.icon} /></Tool>
      <KeysHelp />
      </span>
      <SaveState saving={saving} />
    </div>
  )
}

const isSame = (before: ToolbarProps, now: ToolbarProps): boolean =>
  before.rows === now.rows && before.active === now.active && before.lines.state.canUndo === now.lines.state.canUndo && before.lines.state.canRedo === now.lines.state.canRedo &&
  before.lines.mayChange === now.lines.mayChange && before.lines.saving.busy === now.lines.saving.busy && before.lines.saving.isDirty === now.lines.saving.isDirty && before.lines.saving.error === now.lines.saving.error

/** Not drawn again with every key that changes a sum. */
export const Toolbar = memo(ToolsOfLines, isSame)

function Tool({ label, disabled, onClick, children }: { label: string; disabled: boolean; onClick(): void; children: ReactNode }) {
  return <Tooltip label={label}><ActionIcon aria-label={label} disabled={disabled} onClick={onClick}>{children}</ActionIcon></Tooltip>
}

/** An item, an option, one of several, or words; of alternatives, which group. */
function KindOfLine({ row, lines: { state } }: { row: LineRow; lines: ToolbarProps['lines'] }) {
  const t = useText()
  const kinds = lineKinds.filter(({ value }) => value !== 'component').map(({ value, label }) => ({ value, label: t(label) }))
  const change = (kind: string | null) => kind !== null && state.change((content) => ({ ...content, rows: withKind(content.rows, row.id, kind as LineRow['kind']) }))
  const regroup = (choiceGroup: string) => state.change((content) => ({ ...content, rows: changedRow(content.rows, row.id, { choiceGroup: choiceGroup.trim() || null, chosen: false }) }))
  return (
    <>
      <Select size="xs" w={112} aria-label={t(texts.kind)} data={kinds} value={row.kind} onChange={change} allowDeselect={false} />
      {row.kind === 'alternative' && <TextInput key={`${row.id} ${row.choiceGroup}`} size="xs" w={64} aria-label={t(texts.group)} defaultValue={row.choiceGroup ?? ''} maxLength={120} onBlur={(event) => event.currentTarget.value !== (row.choiceGroup ?? '') && regroup(event.currentTarget.value)} />}
    </>
  )
}

/** Of a product that is put together of parts: also one that was pasted, or typed by its code. */
export function ConfigureLine({ row, onConfigure }: { row: LineRow; onConfigure(): void }) {
  const t = useText()
  const product = useQuery({ ...kindQuery(row.product?.id ?? ''), enabled: row.product !== null })
  if (row.product === null || product.data?.['kind'] !== 'structure') return null
  return <Button size="compact-sm" variant="subtle" onClick={onConfigure}>{t(texts.configure)}</Button>
}

function KeysHelp() {
  const t = useText()
  return (
    <Popover position="bottom-end" width={420}>
      <Popover.Target><ActionIcon aria-label={t(texts.keys)}><IconKeyboard className={style.icon} /></ActionIcon></Popover.Target>
      <Popover.Dropdown>
        <dl className={style.keys}>{keyTexts.map(([keys, text]) => <div key={keys}><dt>{keys}</dt><dd>{t(text)}</dd></div>)}</dl>
      </Popover.Dropdown>
    </Popover>
  )
}
