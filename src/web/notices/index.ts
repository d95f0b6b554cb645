/** What one was told, and how one wants to be told. */
export { notices } from './room.ts'
