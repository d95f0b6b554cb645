import { createElement, lazy, Suspense } from 'react'
import type { LinkValue } from '../../../contract/records.ts'
import { openDialog } from '../../kernel/records/form/dialogs.ts'

const HandOverWindow = lazy(async () => ({ default: (await import('./HandOverWindow.tsx')).HandOverWindow }))

/** Over the screen, wherever one is. */
export function openHandOver(person: LinkValue): void {
  openDialog({ kind: 'own', Content: ({ onClose }) => createElement(Suspense, { fallback: null }, createElement(HandOverWindow, { person, onClose })) })
}
