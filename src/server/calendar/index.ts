/** Time that people share: calendars, who may look into them, recurring events, free time, invitations. */
export { prepare } from './background.ts'
export { objects } from './objects.ts'
export { routes } from './routes.ts'
export { followers, noticeKinds, reactions } from './invitations/background.ts'
export { takeReply, type ReplyOutcome } from './invitations/replies/actions.ts'
