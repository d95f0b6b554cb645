import { Button, Group, Select, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { LinkValue } from '../../../contract/records.ts'
import { units } from '../../../contract/selling/choices.ts'
import { vatRates } from '../../../contract/selling/vat.ts'
import { RecordPicker } from '../../../fields/picker.tsx'
import { useLanguage, useText } from '../../kernel/ui/language.ts'
import { Window } from '../../kernel/ui/Window.tsx'
import { texts } from '../texts.ts'
import style from '../quotes.module.css'
import { cellText, labelOf, mayEditCell, readCell, type CellKey } from './cells.ts'
import { changedRow, removed } from './edits.ts'
import type { LinesState } from './LinesTab.tsx'
import type { LineRow, Row } from './rows.ts'
import { ConfigureLine } from './Toolbar.tsx'

const keys: readonly CellKey[] = ['code', 'name', 'quantity', 'unit', 'unitPrice', 'discount', 'vatRate']
const numeric: readonly CellKey[] = ['quantity', 'unitPrice', 'discount']

/** One line by itself, where there is no room for a table. What is typed counts when it is left, as in the grid. */
export function LineWindow({ row, lines, onClose }: { row: Row; lines: LinesState; onClose(): void }) {
  const t = useText()
  const isLine = row.is === 'line' && row.kind !== 'text'
  const shown = isLine ? keys : row.is === 'section' ? (['code', 'discount'] as const) : (['code'] as const)
  const remove = () => {
    lines.state.change((content) => {
      const at = content.rows.findIndex(({ id }) => id === row.id)
      return { ...content, rows: removed(content.rows, at, at) }
    })
    onClose()
  }
  return (
    <Window title={(row.is === 'line' ? row.name : row.title) || t(texts.unnamed)} onClose={onClose}>
      <div className={style.lineForm}>
        {isLine && row.is === 'line' && lines.mayChange && row.kind !== 'component' && <ProductOf row={row} lines={lines} />}
        {shown.map((key) => <LineField key={key} row={row} field={key} label={!isLine && key === 'code' ? t(texts.name) : t(texts[key])} lines={lines} />)}
        {isLine && row.is === 'line' && <Textarea label={t(texts.description)} defaultValue={row.description} autosize minRows={2} readOnly={!lines.mayChange} onBlur={(event) => lines.described(row, event.currentTarget.value)} />}
        {lines.mayChange && row.is === 'line' && row.kind !== 'component' && <ConfigureLine row={row} onConfigure={() => { lines.setConfiguring(row.id); onClose() }} />}
        <Group justify="space-between">
          {lines.mayChange ? <Button color="red" variant="subtle" onClick={remove}>{t(texts.remove)}</Button> : <span />}
          <Button variant="filled" onClick={onClose}>{t(texts.close)}</Button>
        </Group>
      </div>
    </Window>
  )
}

/** What the catalogue knows of it comes along: name, unit, price. */
function ProductOf({ row, lines }: { row: LineRow; lines: LinesState }) {
  const t = useText()
  const pick = (product: LinkValue | null) => product !== null && lines.acts.pick(lines.state.content.rows.findIndex(({ id }) => id === row.id), product)
  return <RecordPicker target="product" frame={{ label: t(texts.product) }} value={row.product} mayCreate={false} onChange={pick} />
}

function LineField({ row, field, label, lines }: { row: Row; field: CellKey; label: string; lines: LinesState }) {
  const language = useLanguage()
  const text = cellText(row, field, { language, currency: lines.currency })
  const [typed, setTyped] = useState<string | null>(null)
  const readOnly = !lines.mayChange || !mayEditCell(row, field)
  const change = (next: string) => {
    const read = readCell(row, field, next, language)
    if (read !== null && next !== text) lines.state.change((content) => ({ ...content, rows: changedRow(content.rows, row.id, read) }))
  }
  if (field === 'unit' || field === 'vatRate') {
    const choices = field === 'unit' ? units : vatRates
    return <Select label={label} data={choices.map(({ value }) => ({ value: labelOf(choices, value, language), label: labelOf(choices, value, language) }))} value={row.is === 'line' ? labelOf(choices, row[field], language) : null} readOnly={readOnly} onChange={(next) => change(next ?? '')} />
  }
  const isWrong = typed !== null && readCell(row, field, typed, language) === null
  const leave = () => {
    if (typed === null || isWrong) return
    change(typed)
    setTyped(null)
  }
  return <TextInput label={label} value={typed ?? text} error={isWrong} readOnly={readOnly} inputMode={numeric.includes(field) ? 'decimal' : undefined} autoComplete="off" onChange={(event) => setTyped(event.currentTarget.value)} onBlur={leave} />
}
