import type { Values } from '../../contract/definition.ts'
import { refusal, type Refusal } from '../../contract/refusal.ts'
import { isTimeZone } from '../../fields/clock.ts'
import { refusals } from './texts.ts'

/** People sign in by their mail in whatever case they type it, so it is kept in one. */
export function loginOf(values: Values): Values {
  return typeof values.mail === 'string' ? { mail: values.mail.toLowerCase() } : {}
}

export function whyNotUser(values: Values): Refusal[] {
  const zone = values.timeZone
  return typeof zone === 'string' && !isTimeZone(zone) ? [refusal('user.unknown_time_zone', refusals.unknownTimeZone, { field: 'timeZone' })] : []
}
