/** How the screens of each object are laid out, for everyone, for a role, for a type of record. */
export { layouts } from './room.ts'
