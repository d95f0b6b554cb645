/** What people share, on the screen: is it free, booking it, its opening hours. */
export { resources } from './room.ts'
export { openBooking } from './open.tsx'
export type { BookingFor } from './BookingWindow.tsx'
