/** The gateways that text messages go through, and how it stands with them. */
export { sms } from './room.ts'
