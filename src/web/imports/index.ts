/** Bringing in files: the wizard, one's own imports, and the way there from every list. */
export { imports } from './room.ts'
