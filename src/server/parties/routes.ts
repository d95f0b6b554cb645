import { refuse } from '../../contract/refusal.ts'
import { implement } from '../kernel/http/implement.ts'
import { recordOperation } from '../kernel/monitoring/operations.ts'
import * as contract from './contract.ts'
import { companyTree } from './queries.ts'
import { refusals } from './texts.ts'

export const routes = [
  implement(contract.companyTree, async (ctx, { params }) => {
    const tree = await companyTree(ctx, params.id)
    if (tree === null) return refuse('not_found', refusals.companyGone, { status: 404 })
    recordOperation(ctx, { what: 'tree', object: 'company', record: params.id })
    return tree
  }),
]
