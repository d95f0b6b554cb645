/** Companies and people: what their record pages have beyond the generic ones. */
export { parties } from './room.ts'
