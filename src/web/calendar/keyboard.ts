/** The drawing by the keyboard and by ear: entries are found again after they were moved, and nothing pretends to be a table. */
import { entryAttribute } from './content.ts'

/** The drawing calls itself a table, yet its entries stand in no cell: a screen reader is better told of a row of buttons that each name their day. */
const falseRoles = '[role=table], [role=row], [role=rowgroup], [role=columnheader], [role=cell], [role=list], [role=listitem]'

function mend(drawing: HTMLElement): void {
  for (const element of drawing.querySelectorAll(falseRoles)) for (const name of ['role', 'aria-colindex', 'aria-colspan']) element.removeAttribute(name)
  for (const element of drawing.querySelectorAll('.ec-col-head span[aria-label], time[aria-label]')) element.removeAttribute('aria-label')
  // Hours out of sight are reached by keys only in what takes the focus.
  for (const element of drawing.querySelectorAll('.ec-main:not([tabindex])')) element.setAttribute('tabindex', '0')
}

/** The focused entry, as the drawing names it. */
export const focusedEntry = (): string | null => document.activeElement?.closest('.ec-event')?.querySelector(`[${entryAttribute}]`)?.getAttribute(entryAttribute) ?? null

const boxOf = (drawing: HTMLElement, entry: string): HTMLElement | null => drawing.querySelector(`[${entryAttribute}="${CSS.escape(entry)}"]`)?.closest<HTMLElement>('.ec-event') ?? null

/** Keeps it so while it is drawn anew; gives the way to stop. */
export function keepReachable(drawing: HTMLElement): () => void {
  let last: string | null = null
  const remember = () => (last = focusedEntry() ?? last)
  const forget = () => (last = null)
  const observer = new MutationObserver(() => {
    mend(drawing)
    // An entry moved by keys stands in another box now.
    const isLost = document.activeElement === null || document.activeElement === document.body
    if (isLost && last !== null) boxOf(drawing, last)?.focus()
  })
  mend(drawing)
  observer.observe(drawing, { subtree: true, childList: true, attributes: true, attributeFilter: ['role'] })
  drawing.addEventListener('focusin', remember)
  document.addEventListener('pointerdown', forget)
  return () => {
    observer.disconnect()
    drawing.removeEventListener('focusin', remember)
    document.removeEventListener('pointerdown', forget)
  }
}
