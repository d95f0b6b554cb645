/** What people share, on the screen: is it free, booking it, its opening hours. */
export { resources } from './room.ts'
export { BookingWindow, type BookingFor } from './BookingWindow.tsx'
