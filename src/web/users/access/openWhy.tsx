import { lazy } from 'react'
import type { LinkValue } from '../../../contract/records.ts'
import { openDialog } from '../../kernel/records/form/dialogs.ts'

const WhyDialog = lazy(async () => ({ default: (await import('./WhyDialog.tsx')).WhyDialog }))

/** What is known already: the record one stands on, or the person. */
export interface WhyAbout {
  object?: string
  record?: string
  user?: LinkValue
}

export function openWhy(about: WhyAbout): void {
  openDialog({ kind: 'own', Content: ({ onClose }) => <WhyDialog about={about} onClose={onClose} /> })
}
