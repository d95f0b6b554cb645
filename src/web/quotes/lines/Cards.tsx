import { Checkbox, Radio } from '@mantine/core'
import { minorUnitsOf, showDecimal } from '../../../fields/decimals.ts'
import { units } from '../../../contract/selling/choices.ts'
import { useLanguage, useText } from '../../kernel/ui/language.ts'
import { texts } from '../texts.ts'
import style from '../quotes.module.css'
import { cellText, labelOf } from './cells.ts'
import { choose } from './edits.ts'
import { KindTag } from './KindTag.tsx'
import { LineWindow } from './LineWindow.tsx'
import type { LinesState } from './LinesTab.tsx'
import type { LineRow, Row } from './rows.ts'

/** The lines on a telephone: one below the other, each opened with a touch. */
export function Cards({ lines }: { lines: LinesState }) {
  const t = useText()
  const rows = lines.state.content.rows
  const opened = rows.find(({ id }) => id === lines.begun)
  return (
    <>
      {rows.length === 0 && <p className={style.quiet}>{t(texts.emptyTitle)}</p>}
      <ol className={style.cards}>{rows.map((row) => <li key={row.id}><Card row={row} lines={lines} onOpen={() => { lines.setActive(row.id); lines.setBegun(row.id) }} /></li>)}</ol>
      {opened !== undefined && <LineWindow key={opened.id} row={opened} lines={lines} onClose={() => lines.setBegun(null)} />}
    </>
  )
}

function Card({ row, lines, onOpen }: { row: Row; lines: LinesState; onOpen(): void }) {
  const t = useText()
  const language = useLanguage()
  const money = (amount: string) => showDecimal(amount, language, minorUnitsOf(lines.currency))
  if (row.is === 'section') return <button type="button" className={style.card} data-look="section" onClick={onOpen}><span className={style.cardName}>{row.title || t(texts.sectionUntitled)}</span><b>{money(lines.totals.sections[row.id]?.net ?? '0')}</b></button>
  if (row.kind === 'text') return <button type="button" className={style.card} data-look="text" onClick={onOpen}><span className={style.cardName}>{row.name}</span></button>
  const sums = lines.totals.lines[row.id]
  const discount = cellText(row, 'discount', { language, currency: lines.currency })
  return (
    <div className={style.cardRow}>
      <Mark row={row} lines={lines} />
      <button type="button" className={style.card} data-look={row.kind} onClick={onOpen}>
        <span className={style.cardName}>{row.name || t(texts.unnamed)} <KindTag row={row} /></span>
        {row.kind !== 'component' && <b data-counted={sums?.counted}>{money(sums?.net ?? '0')}</b>}
        <span className={style.cardFacts}>{showDecimal(row.quantity ?? '0', language)} {labelOf(units, row.unit, language)}{row.unitPrice !== null && ` × ${money(row.unitPrice)}`}{discount !== '' && ` − ${discount}`}</span>
      </button>
    </div>
  )
}

function Mark({ row, lines }: { row: LineRow; lines: LinesState }) {
  const t = useText()
  if (row.kind !== 'optional' && row.kind !== 'alternative') return null
  const Box = row.kind === 'optional' ? Checkbox : Radio
  return <Box size="md" checked={row.chosen} disabled={!lines.mayChange} aria-label={t(texts.take, { name: row.name })} onChange={(event) => lines.state.change((content) => ({ ...content, rows: choose(content.rows, row.id, event.currentTarget.checked) }))} />
}
