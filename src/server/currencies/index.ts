/** The room of currencies: what each is worth on a day, for amounts that are converted. */
export { jobs, noticeKinds } from './background.ts'
export { objects } from './objects.ts'
export { convert, rateOn, ratesOn, type Rate } from './queries.ts'
export { routes } from './routes.ts'
