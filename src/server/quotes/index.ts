/** What is offered to a customer: quotes with their lines and versions, from the first draft to the answer. */
export { objects } from './objects.ts'
export { routes } from './routes.ts'
export { followers } from './following/actions.ts'
export { jobs, noticeKinds } from './background.ts'
export { acceptedLines, type AcceptedQuote } from './actions.ts'
export { documentOf, type HeadRow, type LineRow, type QuoteDocument } from './reckoning/queries.ts'
export { sumsOf } from './reckoning/rules.ts'
export { atWork as writingQuotes } from './reckoning/actions.ts'
