import { z } from 'zod'
import { route } from '../../contract/route.ts'

const node = z.object({ id: z.string(), name: z.string(), parent: z.string().nullable(), depth: z.number(), people: z.number(), archived: z.boolean() })
export type TreeNode = z.infer<typeof node>

export const companyTree = route({
  method: 'GET', path: '/api/records/company/:id/tree', summary: 'The group of companies this one belongs to, with figures rolled up over it and all below it', scope: 'records:read',
  params: z.object({ id: z.uuid() }),
  answer: z.object({
    root: z.string(), nodes: z.array(node),
    totals: z.object({ companies: z.number(), people: z.number(), turnover: z.record(z.string(), z.string()).optional() }),
  }),
})
