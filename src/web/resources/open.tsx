import { lazy } from 'react'
import { openDialog } from '../kernel/records/form/dialogs.ts'
import type { BookingFor } from './BookingWindow.tsx'

const BookingWindow = lazy(async () => ({ default: (await import('./BookingWindow.tsx')).BookingWindow }))

/** Opens the booking over any screen; what it needs comes with it. */
export const openBooking = (about: BookingFor): void => openDialog({ kind: 'own', Content: ({ onClose }) => <BookingWindow about={about} onClose={onClose} /> })
