/** The room of mail: what the system sends by itself, through the firm's mail server. */
export { queueMail, queueMails } from './actions.ts'
export { letter, type Letter } from './letters/rules.ts'
export { type Address, type OutgoingMail } from './rules.ts'
export { useSmtp } from './sending/actions.ts'
export { jobs } from './background.ts'
export { routes } from './routes.ts'
