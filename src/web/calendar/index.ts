/** Calendars on the screen: days, weeks and months of people, side by side. */
export { calendar } from './room.ts'
