import { refusal, RefusalError } from '../../../contract/refusal.ts'
import type { Text } from '../../../contract/text.ts'

/**
 * Rules that must hold whatever way a row is written are held by triggers. They refuse with SQLSTATE SD422: the message is the
 * refusal's code, the detail its sentences as JSON, the column its field. Anything else is passed on as it came.
 */
export function throwAsRefusal(error: unknown): never {
  const { code, message, detail, column } = error as { code?: unknown; message: string; detail?: string; column?: string }
  if (code !== 'SD422' || detail === undefined) throw error
  throw new RefusalError([refusal(message, JSON.parse(detail) as Text, column === undefined ? {} : { field: column })])
}
