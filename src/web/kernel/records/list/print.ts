import { useSyncExternalStore } from 'react'
import { flushSync } from 'react-dom'
import type { RowWindow } from './window.ts'

/** So many rows go to paper; whoever wants more exports them. */
export const printedRows = 1_000

let printing = false
function onPrint(listener: () => void): () => void {
  const change = (now: boolean) => () => {
    printing = now
    // The browser takes its picture as soon as the event is over.
    flushSync(listener)
  }
  const before = change(true)
  const after = change(false)
  window.addEventListener('beforeprint', before)
  window.addEventListener('afterprint', after)
  return () => {
    window.removeEventListener('beforeprint', before)
    window.removeEventListener('afterprint', after)
  }
}

/** While the page is being printed all loaded rows are drawn, not only those on the screen. */
export const usePrinting = (): boolean => useSyncExternalStore(onPrint, () => printing)

/** Rows for the paper are fetched first. */
export async function printRows(rows: RowWindow): Promise<void> {
  while (!rows.ended() && rows.size() < printedRows && rows.face() === 'ready') {
    const changed = new Promise<void>((resolve) => {
      const end = rows.subscribe(() => {
        end()
        resolve()
      })
    })
    rows.reach(Math.max(0, rows.size() - 1), rows.size())
    await changed
  }
  window.print()
}
