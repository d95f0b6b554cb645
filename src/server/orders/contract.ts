import { z } from 'zod'
import { route } from '../../contract/route.ts'

const named = z.object({ id: z.uuid(), name: z.string() })
const amount = z.object({ amount: z.string(), currency: z.string() })

/** One agreement of an order as this person may see it: fields hidden from him are null. */
const check = z.object({
  id: z.uuid(),
  version: z.number(),
  title: z.string(),
  kind: z.string(),
  required: z.boolean(),
  done: z.boolean(),
  text: z.string().nullable(),
  day: z.string().nullable(),
  file: z.object({ hash: z.string(), name: z.string(), size: z.number(), type: z.string() }).nullable(),
  agreedWith: named.nullable(),
  /** From which one is chosen, of a choice. */
  choices: z.array(z.string()),
  /** Who may settle it; everyone who may change the order when empty. */
  roles: z.array(named),
  settledBy: named.nullable(),
  settledAt: z.string().nullable(),
  /** From a list; made by hand otherwise. */
  isFromList: z.boolean(),
  /** The sentence why this person may not settle it now; null: he may. */
  whyNot: z.string().nullable(),
})
export type Check = z.infer<typeof check>

export const orderChecklist = route({
  method: 'GET', path: '/api/orders/:id/checklist', summary: 'What is to be agreed with the customer before the order is accepted, who settled it and when', scope: 'records:read',
  params: z.strictObject({ id: z.uuid() }),
  answer: z.object({ state: z.string(), isAccepted: z.boolean(), checks: z.array(check), required: z.number(), requiredDone: z.number() }),
})

export const accountingFormats = ['json', 'xlsx', 'csv'] as const

/** For a program of accounting, which makes the invoice; what the caller may not read is not in it. */
export const accountingFile = route({
  method: 'GET', path: '/api/orders/:id/accounting', summary: 'An accepted order as data for accounting: parties, lines, taxes, rate', scope: 'records:read',
  params: z.strictObject({ id: z.uuid() }),
  query: z.strictObject({ format: z.enum(accountingFormats).default('json') }),
  answer: z.unknown(),
})

export const valueSpans = ['month', 'quarter', 'year'] as const

const part = z.object({ contract: z.uuid(), number: z.string().nullable(), title: z.string(), value: amount })
export const contractValue = route({
  method: 'GET', path: '/api/contracts/:id/value', summary: 'What a contract with its amendments is worth in each month, quarter or year of its term', scope: 'records:read',
  params: z.strictObject({ id: z.uuid() }),
  query: z.strictObject({ per: z.enum(valueSpans).optional() }),
  answer: z.object({
    per: z.enum(valueSpans),
    from: z.string(),
    /** null: no end is agreed; it is shown for two years ahead. */
    until: z.string().nullable(),
    shownUntil: z.string(),
    currency: z.string().nullable(),
    periods: z.array(z.object({ from: z.string(), until: z.string(), value: z.string(), parts: z.array(part) })),
    total: z.string(),
    /** In another currency than the contract's: not in the sums. */
    others: z.array(part),
  }),
})
export type ContractValue = z.infer<(typeof contractValue)['answer']>
