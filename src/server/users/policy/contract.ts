import { z } from 'zod'
import { route } from '../../../contract/route.ts'
import { codePolicies, policyRanges } from './rules.ts'

const within = ({ min, max }: { min: number; max: number }) => z.int().min(min).max(max)
const policy = z.strictObject({
  minPasswordLength: within(policyRanges.minPasswordLength),
  idleHours: within(policyRanges.idleHours),
  sessionDays: within(policyRanges.sessionDays),
  linkHours: within(policyRanges.linkHours),
  codesFrom: z.enum(codePolicies),
})

const range = z.strictObject({ min: z.int(), max: z.int() })
/** With what may be chosen from. */
const shownPolicy = policy.extend({ ranges: z.strictObject({ minPasswordLength: range, idleHours: range, sessionDays: range, linkHours: range }) })

export const readPolicy = route({ method: 'GET', path: '/api/policy', summary: 'How strict sign-in is', answer: shownPolicy, scope: 'account' })
export const changePolicy = route({ method: 'PUT', path: '/api/policy', summary: 'Set how strict sign-in is', body: policy, answer: policy, scope: 'admin' })
