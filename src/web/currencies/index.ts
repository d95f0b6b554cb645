/** Where exchange rates come from, and how the last fetch went. */
export { currencies } from './room.ts'
