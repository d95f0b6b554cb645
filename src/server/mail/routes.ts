import { implement } from '../kernel/http/implement.ts'
import * as contract from './contract.ts'
import { retryMail, saveSettings, sendTest, shownSettings, stateOfMail } from './settings/actions.ts'

export const routes = [
  implement(contract.readSettings, (ctx) => shownSettings(ctx)),
  implement(contract.changeSettings, (ctx, { body }) => saveSettings(ctx, body)),
  implement(contract.testMail, (ctx) => sendTest(ctx)),
  implement(contract.readState, (ctx) => stateOfMail(ctx)),
  implement(contract.retry, (ctx, { body }) => retryMail(ctx, body.ids)),
]
