/** What the firm sells: groups, products and their structures, price lists, documents at hand. */
export { objects } from './objects.ts'
