/** What is offered to a customer: quotes with their lines and versions, from the first draft to the answer. */
export { objects } from './objects.ts'
export { routes } from './routes.ts'
export { followers } from './following/actions.ts'
export { noticeKinds } from './background.ts'
