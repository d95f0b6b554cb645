import { z } from 'zod'
import { route } from '../../../contract/route.ts'

const none = z.strictObject({})
/** One of the two: a person, or a role as if the administrator had it and no other. */
const whom = z.union([z.strictObject({ user: z.uuid() }), z.strictObject({ role: z.uuid() })])

export const startActing = route({ method: 'POST', path: '/api/session/act-as', summary: 'Look at Sedno with the rights of another person or of one role, without writing', body: whom, answer: none, scope: 'account' })
export const endActing = route({ method: 'DELETE', path: '/api/session/act-as', summary: 'Look with one’s own rights again', answer: none, scope: 'account', whileActing: true })
