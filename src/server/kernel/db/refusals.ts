import { refusal, RefusalError, type RefusalStatus } from '../../../contract/refusal.ts'
import type { Text } from '../../../contract/text.ts'

const statuses: Readonly<Record<string, RefusalStatus>> = { SD422: 422, SD409: 409 }

/**
 * Rules that must hold whatever way a row is written are held by triggers. They refuse with SQLSTATE SD422, or SD409 where something
 * else is in the way: the message is the refusal's code, the detail its sentences as JSON, the column its field, the hint its facts as
 * JSON. Anything else is passed on as it came.
 */
export function throwAsRefusal(error: unknown): never {
  const { code, message, detail, column, hint } = error as { code?: unknown; message: string; detail?: string; column?: string; hint?: string }
  const status = typeof code === 'string' ? statuses[code] : undefined
  if (status === undefined || detail === undefined) throw error
  const facts = hint === undefined ? {} : (JSON.parse(hint) as Record<string, unknown>)
  throw new RefusalError([refusal(message, JSON.parse(detail) as Text, column === undefined ? {} : { field: column })], status, facts)
}
