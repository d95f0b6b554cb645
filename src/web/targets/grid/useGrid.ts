import { useState } from 'react'
import type { Grid } from '../../../server/targets/contract.ts'
import { saveGrid } from '../../../server/targets/contract.ts'
import { queries } from '../../kernel/api/client.ts'
import { call } from '../../kernel/api/request.ts'
import { useText } from '../../kernel/ui/language.ts'
import { refused, told } from '../../kernel/ui/notify.tsx'
import { useAct } from '../../kernel/ui/useAct.ts'
import { gridQuery, targetsChanged } from '../asking.ts'
import { texts } from '../texts.ts'
import { changesOf, rowsOf, type GridRow } from './cells.ts'

interface Steps {
  past: readonly (readonly GridRow[])[]
  now: readonly GridRow[]
  next: readonly (readonly GridRow[])[]
}

/** What is entered and not saved, step by step, so that each can be taken back. */
export function useGrid(grid: Grid) {
  const t = useText()
  const [steps, setSteps] = useState<Steps>(() => ({ past: [], now: rowsOf(grid), next: [] }))
  const change = (make: (rows: readonly GridRow[]) => readonly GridRow[]) => setSteps(({ past, now }) => ({ past: [...past, now].slice(-100), now: make(now), next: [] }))
  const undo = () => setSteps((all) => (all.past.length === 0 ? all : { past: all.past.slice(0, -1), now: all.past.at(-1)!, next: [all.now, ...all.next] }))
  const redo = () => setSteps((all) => (all.next.length === 0 ? all : { past: [...all.past, all.now], now: all.next[0]!, next: all.next.slice(1) }))
  const changes = changesOf(steps.now, grid)
  const save = useAct(async () => {
    const saved = await call(saveGrid, { params: { id: grid.plan.id }, body: { cells: changes } })
    queries.setQueryData(gridQuery(grid.plan.id).queryKey, saved)
    const empty = steps.now.filter(({ key }) => !saved.rows.some((row) => row.key === key))
    setSteps({ past: [], now: [...rowsOf(saved), ...empty], next: [] })
    told(t(texts.saved), { id: 'targets-saved' })
    await targetsChanged()
  }, refused)
  return { rows: steps.now, change, undo, redo, mayUndo: steps.past.length > 0, mayRedo: steps.next.length > 0, changes, save }
}
