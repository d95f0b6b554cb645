import { z } from 'zod'
import { route } from '../../../contract/route.ts'
import { customerPath } from '../contract.ts'

const path = customerPath(':token')
const params = z.object({ token: z.string().max(100) })

/** Looking changes nothing, whoever looks: mail programs open links to see whether they are safe. */
export const quotePage = route({ method: 'GET', path, summary: 'The page of a quote, for its customer', scope: 'records:read', open: true, params, answer: z.unknown() })
/** As a browser's form sends it, in parts: `act` (reckon, comment, accept, decline), `name`, `text`, `reason`, `option` and `group:…` with ids of lines. */
export const quoteForm = route({ method: 'POST', path, summary: 'What the customer chooses, asks and answers on the page of a quote', scope: 'records:write', open: true, params, answer: z.unknown() })
