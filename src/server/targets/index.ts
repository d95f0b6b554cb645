/** What is to be sold: targets by period, person, team and any dimensions, and how far along one is. */
export { objects } from './objects.ts'
export { routes } from './routes.ts'
