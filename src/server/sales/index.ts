/** From the first word of a deal to its end: pipelines, opportunities, what the process is worth, where the quarter will end. */
export { actions } from './copying/actions.ts'
export { completions, followers, jobs } from './background.ts'
export { routes } from './routes.ts'
export { objects } from './objects.ts'
export { uses } from './stages/actions.ts'
