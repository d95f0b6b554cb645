import { lazy, Suspense } from 'react'
import type { RecordRow } from '../../../contract/records.ts'
import { openDialog } from '../../kernel/records/form/dialogs.ts'

const SendingWindow = lazy(async () => ({ default: (await import('./SendingWindow.tsx')).SendingWindow }))
const LinksWindow = lazy(async () => ({ default: (await import('./LinksWindow.tsx')).LinksWindow }))

export const openSending = (record: RecordRow): void => openDialog({ kind: 'own', Content: ({ onClose }) => <Suspense fallback={null}><SendingWindow record={record} onClose={onClose} /></Suspense> })
export const openLinks = (record: RecordRow): void => openDialog({ kind: 'own', Content: ({ onClose }) => <Suspense fallback={null}><LinksWindow record={record} onClose={onClose} /></Suspense> })
