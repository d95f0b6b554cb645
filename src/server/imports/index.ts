/** The room through which a firm's files come in: read, mapped, gone through, written, taken back. */
export { jobs } from './background.ts'
export { routes } from './routes.ts'
