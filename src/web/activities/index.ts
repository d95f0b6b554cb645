/** Own work on the screen: the day, what is planned with a customer, what came of it. */
export { activities } from './room.ts'
