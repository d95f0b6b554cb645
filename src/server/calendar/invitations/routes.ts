import { implement } from '../../kernel/http/implement.ts'
import * as actions from './actions.ts'
import { routes as answerRoutes } from './answering/routes.ts'
import * as contract from './contract.ts'

export const routes = [
  implement(contract.readAttendees, (ctx, { query }) => actions.attendanceOf(ctx, query.activity)),
  implement(contract.invite, (ctx, { body }) => actions.invite(ctx, body)),
  implement(contract.giveAnswer, (ctx, { body }) => actions.answerMyself(ctx, body)),
  ...answerRoutes,
]
