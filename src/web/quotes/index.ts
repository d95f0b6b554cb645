/** What is offered to a customer: the grid of lines, versions side by side, sending. */
export { quotes } from './room.ts'
