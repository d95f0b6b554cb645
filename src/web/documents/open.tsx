import { lazy } from 'react'
import { openDialog } from '../kernel/records/form/dialogs.ts'

const MakeWindow = lazy(async () => ({ default: (await import('./MakeWindow.tsx')).MakeWindow }))

/** Opens the choice of a template over any screen. */
export const openMake = (about: { object: string; id: string }): void => openDialog({ kind: 'own', Content: ({ onClose }) => <MakeWindow about={about} onClose={onClose} /> })
