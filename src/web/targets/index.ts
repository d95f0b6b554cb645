/** Plans of sales: the overview of where one stands, and the grid in which targets are entered. */
export { targets } from './room.ts'
