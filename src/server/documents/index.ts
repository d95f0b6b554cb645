/** Documents made from records: templates with markers in the expression language, and what came of them. */
export { objects } from './objects.ts'
