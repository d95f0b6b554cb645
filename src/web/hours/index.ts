/** When the firm works, in the settings. */
export { hours } from './room.ts'
