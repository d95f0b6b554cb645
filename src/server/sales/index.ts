/** From the first word of a deal to its end: pipelines, opportunities, what the process is worth, where the quarter will end. */
export { objects } from './objects.ts'
