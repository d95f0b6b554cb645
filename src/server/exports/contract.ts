import { z } from 'zod'
import { route } from '../../contract/route.ts'

export const exportRoute = route({
  method: 'GET', path: '/api/records/:object/export', summary: 'The list as seen, as a file', scope: 'records:read',
  params: z.object({ object: z.string().max(100) }),
  query: z.strictObject({
    format: z.enum(['xlsx', 'csv']), columns: z.string().max(5_000).optional(), where: z.string().max(10_000).optional(), search: z.string().max(500).optional(),
    order: z.string().max(1_000).optional(), archived: z.enum(['no', 'only', 'all']).optional(),
  }),
  answer: z.unknown(),
})
