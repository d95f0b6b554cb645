import { lazy, Suspense } from 'react'
import type { RecordRow } from '../../../contract/records.ts'
import { openDialog } from '../../kernel/records/form/dialogs.ts'

const SplitWindow = lazy(async () => ({ default: (await import('./SplitWindow.tsx')).SplitWindow }))

export const openSplit = (deal: RecordRow): void => openDialog({ kind: 'own', Content: ({ onClose }) => <Suspense fallback={null}><SplitWindow deal={deal} onClose={onClose} /></Suspense> })
