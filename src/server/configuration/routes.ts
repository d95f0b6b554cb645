import { changeConfiguration, requireConfigurator } from '../kernel/configuration/change.ts'
import { implement } from '../kernel/http/implement.ts'
import * as actions from './actions.ts'
import * as contract from './contract.ts'
import { changesMade } from './queries.ts'

export const routes = [
  implement(contract.configuration, (ctx) => actions.readConfiguration(ctx)),
  implement(contract.change, (ctx, { body }) => changeConfiguration(ctx, body.changes, { rehearse: body.rehearse === true })),
  implement(contract.account, async (ctx, { query }) => {
    requireConfigurator(ctx)
    return { changes: await changesMade(ctx, query as Parameters<typeof changesMade>[1]) }
  }),
  implement(contract.uses, (ctx, { query }) => actions.usesOf(ctx, query)),
  implement(contract.undo, (ctx, { body }) => actions.undoChange(ctx, body.operation)),
  implement(contract.keepDraft, (ctx, { body }) => actions.storeDraft(ctx, body)),
  implement(contract.preview, (ctx, { body }) => actions.previewAs(ctx, body)),
]
