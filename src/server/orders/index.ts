/** What the customer has said yes to: orders and what must be settled before one is accepted, contracts with their terms. */
export { explanations } from './acceptance/actions.ts'
export { actions, orderFromQuote } from './becoming/actions.ts'
export { followers, jobs, noticeKinds } from './background.ts'
export { objects } from './objects.ts'
export { routes } from './routes.ts'
