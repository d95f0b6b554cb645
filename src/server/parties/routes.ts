import { refuse } from '../../contract/refusal.ts'
import { implement } from '../kernel/http/implement.ts'
import { recordOperation } from '../kernel/monitoring/operations.ts'
import * as contract from './contract.ts'
import { groupTotals, treeOf } from './queries.ts'
import { refusals } from './texts.ts'

export const routes = [
  implement(contract.companyTree, async (ctx, { params }) => {
    const nodes = await treeOf(ctx, params.id)
    if (nodes.length === 0) return refuse('not_found', refusals.companyGone, { status: 404 })
    recordOperation(ctx, { what: 'tree', object: 'company', record: params.id })
    return { root: nodes[0]!.id, nodes, totals: await groupTotals(ctx, params.id) }
  }),
]
