/** The room of reminders: each person's own, some time before an activity or at a time of his choice, and again a little later. */
export { jobs, noticeKinds, reactions } from './background.ts'
export { fireDue } from './firing/actions.ts'
export { routes } from './routes.ts'
