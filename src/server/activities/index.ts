/** Own work and other people's: tasks, meetings, calls, visits, letters, and who does them for whom. */
export { objects } from './objects.ts'
