import { z } from 'zod'
import { route } from '../../../../contract/route.ts'

const params = z.object({ token: z.string().max(200) })

/** Looking changes nothing, whoever looks: mail programs open links to see whether they are safe. */
export const answerPage = route({
  method: 'GET', path: '/answer/:token', summary: 'The page of an invitation, for people without an account', scope: 'account', open: true,
  params, query: z.object({ answer: z.string().max(20).optional() }), answer: z.unknown(),
})
/** As a browser's form sends it, in parts: `answer` and `comment`. */
export const answerForm = route({ method: 'POST', path: '/answer/:token', summary: 'Answers an invitation', scope: 'account', open: true, params, query: z.object({ answer: z.string().max(20).optional() }), answer: z.unknown() })
