import { lazy } from 'react'
import { openDialog } from '../../kernel/records/form/dialogs.ts'
import type { Shown } from '../entries.ts'

const ChangeWindow = lazy(async () => ({ default: (await import('./ChangeWindow.tsx')).ChangeWindow }))

export const openSeriesChange = (entry: Shown): void => openDialog({ kind: 'own', Content: ({ onClose }) => <ChangeWindow entry={entry} onClose={onClose} /> })
