import { lazy } from 'react'
import type { LinkValue } from '../../../contract/records.ts'
import { openDialog } from '../../kernel/records/form/dialogs.ts'

/** What is known when one begins to look for a time. */
export interface Sought {
  people: readonly LinkValue[]
  resources?: readonly LinkValue[]
  /** YYYY-MM-DD; from today when left out. */
  day?: string
  minutes?: number
  /** A meeting that is there already and is to be moved. */
  meeting?: { id: string; version: number; title: string }
}

const FreeTimeWindow = lazy(async () => ({ default: (await import('./FreeTimeWindow.tsx')).FreeTimeWindow }))

export const openFreeTime = (sought: Sought): void => openDialog({ kind: 'own', Content: ({ onClose }) => <FreeTimeWindow sought={sought} onClose={onClose} /> })
