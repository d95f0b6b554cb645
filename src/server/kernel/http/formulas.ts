/** For whoever writes formulas: is it right, what does it come to, and which functions there are. */
import { z } from 'zod'
import { route } from '../../../contract/route.ts'
import type { FieldTypeName } from '../../../contract/definition.ts'
import { formulaHelp } from '../formulas/help.ts'
import { sampleFormula, type SampleRequest } from '../formulas/sample.ts'
import { implement, type Implementation } from './implement.ts'
import { defined } from './parameters.ts'

const check = route({
  method: 'POST', path: '/api/formulas/check', summary: 'What is wrong with a formula, how it would be kept, and what it comes to on a few records', scope: 'admin',
  body: z.strictObject({
    object: z.string().max(100), formula: z.string().max(1_100_000), type: z.string().max(40).optional(), field: z.string().max(100).optional(),
    options: z.record(z.string(), z.unknown()).optional(), records: z.array(z.uuid()).max(5).optional(),
  }),
  answer: z.unknown(),
})
const functions = route({ method: 'GET', path: '/api/formulas/functions', summary: 'Functions of the expression language, with help', scope: 'records:read', answer: z.unknown() })

export const formulaRoutes: Implementation[] = [
  implement(check, async (ctx, { body }) => {
    const { object, formula, ...rest } = body
    return sampleFormula(ctx, { object, formula, ...(defined(rest) as Omit<SampleRequest, 'object' | 'formula' | 'type'> & { type?: FieldTypeName }) })
  }),
  implement(functions, async (ctx) => ({ functions: formulaHelp(ctx.language) })),
]
