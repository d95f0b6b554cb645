/** Orders and contracts on the screen: what is to be agreed before an order is accepted, its lines, a contract’s term and worth. */
export { orders } from './room.ts'
