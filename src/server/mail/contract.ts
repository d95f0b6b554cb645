import { z } from 'zod'
import { route } from '../../contract/route.ts'

const text = z.string().trim().max(250)
const port = z.int().min(1).max(65_535)
export const securities = ['tls', 'starttls', 'auto', 'none'] as const

const place = { host: text.min(1).nullable(), port: port.nullable(), security: z.enum(securities).nullable(), user: text.nullable(), fromName: text.nullable(), fromAddress: z.email().max(250).nullable() }

/** The password is only ever written. */
export const mailSettings = z.strictObject({
  ...place, hasPassword: z.boolean(),
  /** The server is given in SEDNO_SMTP_URL, and cannot be changed here. */
  isGiven: z.boolean(),
  /** Who mail is from as it is now, the default too. */
  sender: z.string().nullable(),
})
export type MailSettings = z.infer<typeof mailSettings>

/** `password` left out: as it was; null: none. */
const newSettings = z.strictObject({ ...place, password: z.string().max(1_000).nullish() })
export type NewSettings = z.infer<typeof newSettings>

const words = z.object({ why: z.string().nullable(), said: z.string().nullable() })
const troubled = words.extend({
  id: z.uuid(), to: z.array(z.string()),
  /** The record it is about, as far as the asker may see it; of mail about none, the subject. */
  title: z.string().nullable(), state: z.enum(['waiting', 'failed']), attempts: z.int(), createdAt: z.string(), nextAt: z.string().nullable(),
  about: z.object({ object: z.string(), id: z.string() }).nullable(),
})
export const mailState = z.object({
  waiting: z.int(), sending: z.int(), failed: z.int(), sentToday: z.int(), oldestWaiting: z.string().nullable(),
  down: words.extend({ since: z.string(), nextAt: z.string() }).nullable(),
  troubled: z.array(troubled),
})
export type MailState = z.infer<typeof mailState>

const tested = z.object({ sent: z.boolean(), to: z.string(), why: z.string().nullable(), said: z.string().nullable() })
export type TestedMail = z.infer<typeof tested>

export const readSettings = route({ method: 'GET', path: '/api/mail/settings', summary: 'The mail server and the sender of what the system sends', scope: 'admin', answer: mailSettings })
export const changeSettings = route({ method: 'PUT', path: '/api/mail/settings', summary: 'Set the mail server and the sender', scope: 'admin', body: newSettings, answer: mailSettings })
export const testMail = route({ method: 'POST', path: '/api/mail/test', summary: 'Send a test to oneself now and say what the server answered', scope: 'admin', answer: tested })
export const readState = route({ method: 'GET', path: '/api/mail/state', summary: 'What waits to be sent, what failed and why', scope: 'admin', answer: mailState })
export const retry = route({
  method: 'POST', path: '/api/mail/retry', summary: 'Try mail that failed or waits once more: these, or all', scope: 'admin',
  body: z.strictObject({ ids: z.array(z.uuid()).max(1_000).optional() }), answer: z.object({ again: z.int() }),
})
