/** Objects, fields, states and lists of choices, shaped by the administrator. */
export { configuration } from './room.ts'
