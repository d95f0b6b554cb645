import { implement, type Http } from '../kernel/http/implement.ts'
import { previewSms, sendSms } from './actions.ts'
import * as contract from './contract.ts'
import { retrySms, saveSecrets, sendTest, stateOfSms } from './gateways/actions.ts'
import { heard } from './webhooks/actions.ts'

const headerOf = (http: Http) => (name: string) => http.header(name)

export const routes = [
  implement(contract.previewSms, (ctx, { body }) => previewSms(ctx, body)),
  implement(contract.sendSms, (ctx, { body }) => sendSms(ctx, body)),
  implement(contract.readState, (ctx) => stateOfSms(ctx)),
  implement(contract.changeSecrets, (ctx, { params, body }) => saveSecrets(ctx, params.id, body)),
  implement(contract.testSms, (ctx, { body }) => sendTest(ctx, body)),
  implement(contract.retry, (ctx, { body }) => retrySms(ctx, body.ids)),
  implement(contract.calledByPost, (ctx, { params, query, body }, http) => heard(ctx, { ...params, query, body, header: headerOf(http) })),
  implement(contract.calledByGet, (ctx, { params, query }, http) => heard(ctx, { ...params, query, body: '', header: headerOf(http) })),
]
