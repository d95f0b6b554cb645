/** The room of text messages: gateways, messages both ways, and what became of them. */
export { actions, queueSms, type OutgoingSms } from './actions.ts'
export { jobs, timelines } from './background.ts'
export { objects } from './objects.ts'
export { routes } from './routes.ts'
