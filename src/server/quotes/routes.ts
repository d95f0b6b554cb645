import { fieldAccess } from '../kernel/access/field-access.ts'
import { refuse } from '../../contract/refusal.ts'
import { implement, type Http } from '../kernel/http/implement.ts'
import { one } from '../kernel/query/one.ts'
import { winOpportunity } from './actions.ts'
import { routes as ofCustomersPage } from './answers/routes.ts'
import { offeredFor } from './catalogue/actions.ts'
import * as contract from './contract.ts'
import { readGrid } from './grid/actions.ts'
import { versionsOf } from './grid/queries.ts'
import { answerByLink, commentByLink, customersPage, makeLink, reckonChoices, withdrawLinks } from './links/actions.ts'
import { documentOf } from './reckoning/queries.ts'
import { saveGrid } from './saving/actions.ts'
import { readSending, sendQuote } from './sending/actions.ts'
import { refusals } from './texts.ts'
import { compareVersions, copyQuote, newVersion } from './versions/actions.ts'

export const routes = [
  implement(contract.readGrid, (ctx, { params }) => readGrid(ctx, params.id)),
  implement(contract.saveGrid, (ctx, { params, body }) => saveGrid(ctx, params.id, body)),
  implement(contract.fillPrices, async (ctx, { params, body }) => {
    const [quote, document] = [await one(ctx, 'quote', params.id, { columns: ['id'] }), await documentOf(ctx.db, params.id)]
    if (quote === null || document === null) return refuse('not_found', refusals.notThere, { status: 404 })
    const showsCost = fieldAccess(ctx, 'quoteLine', 'unitCost') !== 'none' && fieldAccess(ctx, 'product', 'cost') !== 'none'
    const offered = await offeredFor(ctx, document.head, body.items)
    return { items: offered.map(({ unitCost, ...rest }) => ({ ...rest, ...(showsCost ? { unitCost } : {}) })) }
  }),
  implement(contract.listVersions, async (ctx, { params }) => {
    const versions = await versionsOf(ctx, params.id)
    return versions.length === 0 ? refuse('not_found', refusals.notThere, { status: 404 }) : { versions }
  }),
  implement(contract.makeVersion, (ctx, { params }) => newVersion(ctx, params.id)),
  implement(contract.copyQuote, (ctx, { params, body }) => copyQuote(ctx, params.id, body)),
  implement(contract.compareVersions, (ctx, { params, query }) => compareVersions(ctx, params.id, query.with)),
  implement(contract.readSending, (ctx, { params }) => readSending(ctx, params.id)),
  implement(contract.sendQuote, (ctx, { params, body }) => sendQuote(ctx, params.id, body)),
  implement(contract.makeLink, (ctx, { params }) => makeLink(ctx, params.id)),
  implement(contract.withdrawLinks, (ctx, { params }) => withdrawLinks(ctx, params.id)),
  implement(contract.winOpportunity, (ctx, { params }) => winOpportunity(ctx, params.id)),
  implement(contract.customersPage, (ctx, { params }, http) => {
    secret(http)
    return customersPage(ctx, params.token)
  }),
  implement(contract.reckonChoices, (ctx, { params, body }) => reckonChoices(ctx, params.token, body.chosen)),
  implement(contract.commentByLink, (ctx, { params, body }) => commentByLink(ctx, params.token, body)),
  implement(contract.answerByLink, (ctx, { params, body }) => answerByLink(ctx, params.token, body)),
  ...ofCustomersPage,
]

/** Neither kept by anything between, nor told to whom the page leads. */
function secret(http: Http): void {
  http.setHeader('cache-control', 'no-store')
  http.setHeader('referrer-policy', 'no-referrer')
}
