/** The room of a person's own workplace: saved views, half-typed forms, who else looks at a record. */
export { routes } from './routes.ts'
export { parts, uses } from './views/actions.ts'
