/** Time that people share: calendars, who may look into them, recurring events, free time, invitations. */
export { prepare } from './background.ts'
export { objects } from './objects.ts'
export { routes } from './routes.ts'
