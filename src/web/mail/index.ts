/** The mail server and what the system sends through it. */
export { mail } from './room.ts'
