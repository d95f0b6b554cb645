/** The room of the parties one deals with: companies and people, what ties them, and what was noted of them. */
export { actions } from './actions.ts'
export { gatherings, pageParts, timelines } from './background.ts'
export { objects } from './objects.ts'
export { routes } from './routes.ts'
