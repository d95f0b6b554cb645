/** People, their rights, and one's own account. */
export { users } from './room.ts'
