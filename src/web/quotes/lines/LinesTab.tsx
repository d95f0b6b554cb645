import { useMediaQuery } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useEffect, useMemo, useState } from 'react'
import type { ObjectView, RecordRow } from '../../../contract/records.ts'
import { totalsOf } from '../../../contract/selling/totals.ts'
import type { QuoteGrid } from '../../../server/quotes/contract.ts'
import type { CellText } from '../../kernel/sheet/columns.ts'
import { Sheet } from '../../kernel/sheet/Sheet.tsx'
import { RefusedFace, Waiting } from '../../kernel/ui/faces.tsx'
import { useLanguage, useText } from '../../kernel/ui/language.ts'
import { useStable } from '../../kernel/ui/stable.ts'
import { phoneWidth } from '../../kernel/ui/theme.ts'
import { gridQuery } from '../asking.ts'
import { texts } from '../texts.ts'
import style from '../quotes.module.css'
import { Cards } from './Cards.tsx'
import { Clashing } from './Clashing.tsx'
import { contentOf } from './content.ts'
import { Description } from './Description.tsx'
import { choose, changedRow } from './edits.ts'
import { KeptDraft } from './KeptDraft.tsx'
import { documentOf, type LineRow } from './rows.ts'
import { Toolbar } from './Toolbar.tsx'
import { Totals } from './Totals.tsx'
import { useActs, withCell } from './useActs.ts'
import { newRow, spanOf, useColumns, type GridRow } from './useColumns.tsx'
import { useContent } from './useContent.ts'
import { useSaving } from './useSaving.ts'

const ConfiguringWindow = lazy(async () => ({ default: (await import('./ConfiguringWindow.tsx')).ConfiguringWindow }))

/** The lines of a quote, and what they come to. */
export function LinesTab({ object, record }: { object: ObjectView; record: RecordRow }) {
  const grid = useQuery(gridQuery(record.id))
  if (grid.isError && grid.data === undefined) return <RefusedFace error={grid.error} onRetry={() => void grid.refetch()} />
  if (grid.data === undefined) return <div className={style.waiting}><Waiting lines={8} /></div>
  return <Lines key={record.id} object={object} record={record} fetched={grid.data} refetch={grid.refetch} />
}

interface LinesProps {
  object: ObjectView
  record: RecordRow
  fetched: QuoteGrid
  refetch(): Promise<unknown>
}

function Lines({ object, record, fetched, refetch }: LinesProps) {
  const t = useText()
  const phone = useMediaQuery(phoneWidth, undefined, { getInitialValueInEffect: false })
  const lines = useLines(record, fetched, refetch)
  const { columns, acts, saving, state, totals, rows, active, setActive, describing, mayChange } = lines
  const count = columns.length
  const configured = state.content.rows.find(({ id }) => id === lines.configuring)
  const below = (row: GridRow) => (row.is === 'line' && (row.description !== '' || describing === row.id) ? <Description row={row} isOpen={describing === row.id} mayChange={mayChange} onOpen={() => lines.describe(row)} onDone={lines.described} /> : null)
  const sums = <Totals object={object} record={record} totals={totals} state={state} mayChange={mayChange} grid={saving.grid} />
  return (
    <div className={style.lines} data-phone={phone || undefined}>
      <KeptDraft quote={record.id} state={state} saving={saving} />
      <div className={style.main}>
        <Toolbar lines={lines} rows={state.content.rows} active={active} onActive={setActive} />
        {phone
          ? <Cards lines={lines} />
          : <Sheet label={t(texts.linesOf)} columns={columns} rows={rows} keyOf={rowKey} spanOf={(row, column) => spanOf(row, column, count)} lookOf={lookOf} stampOf={lines.stampOf} isLocked={!mayChange} startAt={1} acts={acts} below={below} begun={lines.begun} onActive={(row) => setActive(row?.id ?? null)} />}
      </div>
      {sums}
      {configured?.is === 'line' && <Suspense fallback={null}><ConfiguringWindow key={configured.id} record={record} line={configured} state={state} onClose={() => lines.setConfiguring(null)} /></Suspense>}
      {saving.clash !== null && <Clashing clash={saving.clash} currency={lines.currency} onSettle={saving.settle} />}
    </div>
  )
}

const rowKey = (row: GridRow): string => row.id
const lookOf = (row: GridRow): string | undefined => (row.is === 'line' ? (row.kind === 'item' ? undefined : row.kind) : row.is)

/** All that the grid and its tools need to know of the quote and may do with it. */
function useLines(record: RecordRow, fetched: QuoteGrid, refetch: () => Promise<unknown>) {
  const language = useLanguage()
  const state = useContent(useState(() => contentOf(fetched))[0])
  const saving = useSaving({ grid: fetched, content: state.content, replace: state.replace })
  useFreshness({ record, fetched, saving, refetch })
  const [typed, setTyped] = useState<CellText | null>(null)
  const [active, setActive] = useState<string | null>(null)
  const [begun, setBegun] = useState<string | null>(null)
  const [configuring, setConfiguring] = useState<string | null>(null)
  const [describing, setDescribing] = useState<string | null>(null)
  const currency = String(record['currency'] ?? saving.grid.quote['currency'])
  const { change: mayChange, readCosts: readsCosts, writeCosts: writesCosts } = saving.grid.may
  const { content } = state
  const head = { currency, prices: (record['prices'] ?? 'net') as 'net' | 'gross', vatBy: (record['vatBy'] ?? 'document') as 'document' | 'line', discount: content.discount, discountValue: content.discountValue }
  const seen = typed === null ? content.rows : (withCell(content.rows, typed, language) ?? content.rows)
  const totals = useMemo(() => totalsOf(documentOf(seen, head)), [seen, head.currency, head.prices, head.vatBy, head.discount, head.discountValue])
  const rowOf = (id: string) => content.rows.findIndex((row) => row.id === id)
  const pick = useStable((row: GridRow, product: { id: string; name: string; isStructure: boolean }) => {
    const line = acts.pick(row.is === 'new' ? content.rows.length : rowOf(row.id), product)
    if (product.isStructure) setConfiguring(line)
  })
  const describe = useStable((row: LineRow) => setDescribing(row.id))
  const { columns, shown, stampOf: drawnAs } = useColumns({
    rows: content.rows, totals, currency, mayChange, readsCosts, writesCosts, describe, pick,
    choose: (row, chosen) => state.change((now) => ({ ...now, rows: choose(now.rows, row.id, chosen) })),
  })
  const stampOf = (row: GridRow): string => `${drawnAs(row)} ${describing === row.id}`
  const acts = useActs({ quote: record.id, language, readsCosts, shown, state, setTyped })
  const described = useStable((row: LineRow, description: string | null) => {
    setDescribing(null)
    if (description !== null && description !== row.description) state.change((now) => ({ ...now, rows: changedRow(now.rows, row.id, { description }) }))
  })
  const rows: readonly GridRow[] = mayChange ? [...content.rows, newRow] : content.rows
  return { state, saving, columns, stampOf, acts, totals, rows, active, setActive, describing, describe, described, configuring, setConfiguring, begun, setBegun, mayChange, readsCosts, currency, quote: record.id }
}

export type LinesState = ReturnType<typeof useLines>

/** Somebody else's change of the quote is fetched; it takes the place of what is here unless something of one's own is not saved yet. */
function useFreshness({ record, fetched, saving, refetch }: { record: RecordRow; fetched: QuoteGrid; saving: ReturnType<typeof useSaving>; refetch(): Promise<unknown> }): void {
  const { grid, isDirty, busy, take } = saving
  const isCalm = !isDirty && !busy
  const isBehind = isCalm && record.version > Math.max(grid.quote.version, fetched.quote.version)
  const isNewer = isCalm && fetched !== grid && fetched.quote.version > grid.quote.version
  useEffect(() => {
    if (isBehind) void refetch()
  }, [isBehind, record.version, refetch])
  useEffect(() => {
    if (isNewer) take(fetched)
  }, [isNewer, fetched, take])
}
