/** Time that people share: calendars, who may look into them, recurring events, free time, invitations. */
export { objects } from './objects.ts'
