import { implement } from '../kernel/http/implement.ts'
import * as actions from './actions.ts'
import * as contract from './contract.ts'
import { draftOf, viewsOf } from './queries.ts'

export const routes = [
  implement(contract.listViews, async (ctx, { query }) => ({ views: (await viewsOf(ctx, query.object)).map((row) => actions.shownView(ctx, row)) })),
  implement(contract.createView, (ctx, { body }) => actions.saveView(ctx, body)),
  implement(contract.changeView, (ctx, { params, body }) => actions.alterView(ctx, params.id, body)),
  implement(contract.removeView, (ctx, { params }) => actions.dropView(ctx, params.id)),
  implement(contract.readDraft, async (ctx, { params }) => (await draftOf(ctx, params.object, params.key)) ?? { values: null, updatedAt: null }),
  implement(contract.keepDraft, (ctx, { params, body }) => actions.storeDraft(ctx, params, body.values)),
  implement(contract.dropDraft, (ctx, { params }) => actions.forgetDraft(ctx, params)),
  implement(contract.lookAt, (ctx, { body }) => actions.lookAtRecord(ctx, body)),
]
