/** The room of currencies: what each is worth on a day, for amounts that are converted. */
export { objects } from './objects.ts'
export { convert, rateOn, ratesOn, type Rate } from './queries.ts'
