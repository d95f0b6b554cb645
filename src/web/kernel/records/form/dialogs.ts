import type { ComponentType } from 'react'
import type { Values } from '../../../../contract/definition.ts'
import type { LinkValue, RecordRow } from '../../../../contract/records.ts'

/** What may stand open over a screen; one over another (a company made while a person is being made). */
export type Dialog = { key: string } & (
  | { kind: 'create'; object: string; values: Values; onDone(made: LinkValue | null): void; stay: boolean }
  | { kind: 'edit'; object: string; id: string; section?: string; only?: string }
  | { kind: 'action'; object: string; id: string; action: string }
  | { kind: 'history'; object: string; id: string; field?: string }
  | { kind: 'merge'; object: string; ids: readonly string[] }
  | { kind: 'conflict'; conflict: Conflict }
  /** A room's own. */
  | { kind: 'own'; Content: ComponentType<{ onClose(): void }> }
)
type Opened<D> = D extends Dialog ? Omit<D, 'key'> : never

/** Two people changed the same fields of one record. */
export interface Conflict {
  object: string
  id: string
  /** Values when the person began, what is there now, and what the person wants. By field. */
  before: Values
  now: RecordRow
  mine: Values
  fields: readonly string[]
  /** What the person settled on, to be written over `now`; null: leave all as it is now. */
  onSettled(values: Values | null): void
}

let dialogs: readonly Dialog[] = []
const listeners = new Set<() => void>()
const set = (next: readonly Dialog[]) => {
  dialogs = next
  for (const listener of listeners) listener()
}

export const openDialogs = (): readonly Dialog[] => dialogs
export function onDialogs(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
// Where the person was, to bring him back there.
const openedFrom = new Map<string, Element | null>()

export function openDialog(dialog: Opened<Dialog>): void {
  const key = crypto.randomUUID()
  openedFrom.set(key, document.activeElement)
  set([...dialogs, { ...dialog, key } as Dialog])
}

export function closeDialog(key: string): void {
  const from = openedFrom.get(key)
  openedFrom.delete(key)
  set(dialogs.filter((one) => one.key !== key))
  requestAnimationFrame(() => {
    const lost = document.activeElement === null || document.activeElement === document.body
    if (lost && from instanceof HTMLElement && from.isConnected) from.focus()
  })
}
