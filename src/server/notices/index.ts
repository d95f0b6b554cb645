/** The room of notices: what people are told, in the application, by mail, text message and push, each thing once. */
export { announce, announceAll, readNotices, shownNotice, type Announcement } from './actions.ts'
export { registerKind } from './rules.ts'
export { jobs, noticeKinds, prepare } from './background.ts'
export { routes } from './routes.ts'
