import { Checkbox, Radio } from '@mantine/core'
import { IconAlignLeft } from '@tabler/icons-react'
import type { Totals } from '../../../contract/selling/totals.ts'
import type { Teller } from '../../kernel/ui/language.ts'
import { texts } from '../texts.ts'
import style from '../quotes.module.css'
import { KindTag } from './KindTag.tsx'
import type { LineRow } from './rows.ts'
import type { Drawn, GridRow } from './useColumns.tsx'

/** The number of a line; of what may be chosen, whether it is. */
export function Place({ row, number, drawn, t }: { row: GridRow; number: string | undefined; drawn: Drawn; t: Teller }) {
  if (row.is !== 'line' || (row.kind !== 'optional' && row.kind !== 'alternative')) return <span className={style.number}>{number}</span>
  const Mark = row.kind === 'optional' ? Checkbox : Radio
  return <span className={style.number}><Mark size="xs" checked={row.chosen} disabled={!drawn.mayChange} aria-label={t(texts.take, { name: row.name })} onChange={(event) => drawn.choose(row, event.currentTarget.checked)} />{number}</span>
}

/** A code, a heading's title, a text over the whole row; in the empty row, what it is for. */
export function Code({ row, t }: { row: GridRow; t: Teller }) {
  if (row.is === 'new') return <span className={style.begin}>{t(texts.newLine)}</span>
  if (row.is === 'section') return <span className={style.sectionTitle}>{row.title || t(texts.sectionUntitled)}</span>
  if (row.kind === 'text') return <span className={style.words}>{row.name || t(texts.unnamed)}</span>
  return row.code
}

export function Name({ row, depth, drawn, t }: { row: LineRow; depth: number; drawn: Drawn; t: Teller }) {
  return (
    <span className={style.name} data-depth={Math.min(depth, 6)}>
      {row.name === '' ? <span className={style.quiet}>{t(texts.unnamed)}</span> : <span className={style.nameText} title={row.name}>{row.name}</span>}
      <KindTag row={row} />
      {(drawn.mayChange || row.description !== '') && (
        <button type="button" tabIndex={-1} className={style.describe} data-has={row.description !== '' || undefined} aria-label={`${t(texts.description)}: ${row.name}`} onClick={() => drawn.describe(row)}><IconAlignLeft className={style.icon} aria-hidden /></button>
      )}
    </span>
  )
}

export function amountOf(row: GridRow, key: 'net' | 'margin', totals: Totals): string | null {
  if (row.is === 'section') return key === 'net' ? (totals.sections[row.id]?.net ?? null) : null
  if (row.is === 'new' || row.kind === 'text') return null
  return totals.lines[row.id]?.[key] ?? null
}

/** What a line comes to. What is not in the sums is quieter, and a part is paid for with its structure. */
export function Sum({ row, amount, totals, t }: { row: GridRow; amount: string; totals: Totals; t: Teller }) {
  if (row.is === 'line' && row.kind === 'component') return <span className={style.quiet} title={t(texts.inStructure)}>{amount === '' ? '' : '—'}</span>
  const isCounted = row.is !== 'line' || totals.lines[row.id]?.counted !== false
  return <span className={row.is === 'section' ? style.sectionSum : isCounted ? undefined : style.uncounted}>{amount}</span>
}
