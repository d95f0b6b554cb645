/** What the customer has said yes to: orders and what must be settled before one is accepted, contracts with their terms. */
export { objects } from './objects.ts'
