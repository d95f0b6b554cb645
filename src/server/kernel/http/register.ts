/** The change register of a record with its parts: its entries, the whole at a past moment, two moments compared. */
import { z } from 'zod'
import { route } from '../../../contract/route.ts'
import { register, registerAt, registerCompared } from '../history/register.ts'
import { recordOperation } from '../monitoring/operations.ts'
import { implement, type Implementation } from './implement.ts'
import { askedInWords, defined, Parameters } from './parameters.ts'

const params = z.object({ object: z.string().max(100), id: z.uuid() })
const get = (end: string, summary: string) => route({ method: 'GET', path: `/api/records/:object/:id/register${end}`, summary, scope: 'records:read', params, query: askedInWords, answer: z.unknown() })

export const registerRoutes: readonly Implementation[] = [
  implement(get('', 'Every change of the record and its parts'), (ctx, { params: { object, id }, query }) => {
    const parameters = new Parameters(query, ['after', 'limit'])
    recordOperation(ctx, { what: 'history', object, record: id })
    return register(ctx, object, id, defined({ after: parameters.text('after'), limit: parameters.whole('limit', { min: 1, max: 500 }) }))
  }),
  implement(get('/at', 'The record and its parts as they stood at a moment'), (ctx, { params: { object, id }, query }) => {
    const parameters = new Parameters(query, ['moment'])
    recordOperation(ctx, { what: 'history', object, record: id })
    return registerAt(ctx, object, id, parameters.moment('moment') ?? ctx.now)
  }),
  implement(get('/compare', 'What differs between two moments'), (ctx, { params: { object, id }, query }) => {
    const parameters = new Parameters(query, ['from', 'to'])
    recordOperation(ctx, { what: 'history', object, record: id })
    return registerCompared(ctx, object, id, { from: parameters.moment('from') ?? new Date(0), to: parameters.moment('to') ?? ctx.now })
  }),
]
