import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { IconArrowBackUp, IconArrowForwardUp, IconChartBar, IconDeviceFloppy, IconPlus, IconWand } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import type { Grid } from '../../../server/targets/contract.ts'
import { openEdit } from '../../kernel/records/form/open.ts'
import { Sheet } from '../../kernel/sheet/Sheet.tsx'
import { EmptyFace, RefusedFace, Waiting } from '../../kernel/ui/faces.tsx'
import { useGo } from '../../kernel/ui/go.ts'
import { useText } from '../../kernel/ui/language.ts'
import { Page } from '../../kernel/ui/Page.tsx'
import { gridQuery } from '../asking.ts'
import { toPlans } from '../links.ts'
import { texts } from '../texts.ts'
import style from '../targets.module.css'
import { AddRows } from './AddRows.tsx'
import type { GridRow } from './cells.ts'
import { SpreadWindow } from './SpreadWindow.tsx'
import { totalKey, useColumns, withTotal } from './useColumns.tsx'
import { useGrid } from './useGrid.ts'
import { useGridActs } from './useGridActs.ts'

/** Targets entered as in a spreadsheet. */
export function GridScreen() {
  const t = useText()
  const go = useGo()
  const { id } = useParams({ strict: false }) as { id: string }
  const grid = useQuery({ ...gridQuery(id), refetchOnWindowFocus: false })
  const name = grid.data?.plan.name ?? t(texts.grid)
  const acts = <><Button leftSection={<IconChartBar size={15} />} onClick={() => go(`${toPlans()}?${new URLSearchParams({ plan: id })}`)}>{t(texts.back)}</Button>{grid.data?.plan.mayChange && <Button onClick={() => openEdit('targetPlan', id)}>{t(texts.settings)}</Button>}</>
  return (
    <Page title={name} lead={t(texts.gridLead)} acts={acts} wide>
      {grid.isError ? <RefusedFace error={grid.error} onRetry={() => void grid.refetch()} /> : grid.data === undefined ? <Waiting lines={10} /> : <Entering key={id} grid={grid.data} />}
    </Page>
  )
}

type Window = 'rows' | 'spread' | null

function Entering({ grid }: { grid: Grid }) {
  const t = useText()
  const { plan } = grid
  const state = useGrid(grid)
  const { rows, change, changes, save } = state
  const [open, setOpen] = useState<Window>(null)
  const [active, setActive] = useState<GridRow | undefined>(undefined)
  const columns = useColumns(grid)
  const acts = useGridActs(grid, state)
  useUnsaved(changes.length > 0)
  const add = <Button leftSection={<IconPlus size={15} />} onClick={() => setOpen('rows')}>{t(texts.addRows)}</Button>
  return (
    <>
      <div className={style.tools}>
        {plan.mayChange ? (
          <>
            <Button variant="filled" leftSection={<IconDeviceFloppy size={15} />} disabled={changes.length === 0} loading={save.busy} onClick={() => void save.run()}>{t(texts.save)}</Button>
            {add}
            <Button leftSection={<IconWand size={15} />} disabled={rows.length === 0} onClick={() => setOpen('spread')}>{t(texts.spread)}</Button>
            <Button leftSection={<IconArrowBackUp size={15} />} disabled={!state.mayUndo} onClick={state.undo}>{t(texts.undo)}</Button>
            <Button leftSection={<IconArrowForwardUp size={15} />} disabled={!state.mayRedo} onClick={state.redo}>{t(texts.redo)}</Button>
            <span className={style.state} role="status">{changes.length === 0 ? t(texts.nothingUnsaved) : t(texts.unsaved, { count: changes.length })}</span>
          </>
        ) : <span className={style.state}>{t(texts.readOnly)}</span>}
      </div>
      {rows.length === 0 ? <EmptyFace title={t(texts.noRows)} action={plan.mayChange ? add : undefined} /> : (
        <div className={style.sheet}>
          <Sheet label={plan.name} columns={columns} rows={withTotal(rows, t(texts.total))} keyOf={({ key }) => key} isLocked={!plan.mayChange} acts={acts} onActive={(row) => setActive(row?.key === totalKey ? undefined : row)} />
        </div>
      )}
      {open === 'rows' && <AddRows grid={grid} rows={rows} onAdd={(more) => change((before) => [...before, ...more])} onClose={() => setOpen(null)} />}
      {open === 'spread' && <SpreadWindow grid={grid} rows={rows} active={active} onApply={(made) => change((before) => before.map((row) => made.get(row.key) ?? row))} onClose={() => setOpen(null)} />}
    </>
  )
}

/** What is not saved is not lost by closing the page unasked. */
function useUnsaved(isUnsaved: boolean): void {
  useEffect(() => {
    if (!isUnsaved) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [isUnsaved])
}
