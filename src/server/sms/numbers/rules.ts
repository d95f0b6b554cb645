/** Which telephone numbers take text messages. The whole of the library's knowledge, which is too much for a browser. */
import { parsePhoneNumberFromString } from 'libphonenumber-js/max'
import { isRefusal, refusal, type Refusal } from '../../../contract/refusal.ts'
import type { FieldDefinition } from '../../../contract/definition.ts'
import { type as phone } from '../../../fields/phone/field.ts'
import { refusals } from '../texts.ts'

const field = { id: 'to', name: 'to', type: 'phone', label: { pl: '', en: '' } } as FieldDefinition<'phone'>
const landlines = new Set(['FIXED_LINE', 'UAN'])
const specials = new Set(['TOLL_FREE', 'PREMIUM_RATE', 'SHARED_COST', 'VOICEMAIL', 'PAGER'])

/** E.164, or why nothing can be sent there. In the Americas a number does not tell a mobile from a landline: it is tried. */
export function mobileNumber(given: string): string | Refusal {
  const number = phone.accept(given, field)
  if (number === null) return refusal('sms.no_number', refusals.noNumber, { field: 'to' })
  if (isRefusal(number)) return refusal('sms.not_number', refusals.notNumber, { field: 'to' })
  const kind = parsePhoneNumberFromString(number)?.getType()
  if (kind === undefined) return refusal('sms.no_such_number', refusals.noSuchNumber, { field: 'to' })
  if (landlines.has(kind)) return refusal('sms.landline', refusals.landline, { field: 'to' })
  return specials.has(kind) ? refusal('sms.special_number', refusals.special, { field: 'to' }) : number
}

export interface Judged {
  good: string[]
  refused: { to: string; refusal: Refusal }[]
}

/** Each number once; one that comes again is told of and not sent to twice. */
export function judgeNumbers(given: readonly string[]): Judged {
  const good = new Set<string>()
  const refused: Judged['refused'] = []
  for (const to of given) {
    const number = mobileNumber(to)
    if (typeof number !== 'string') refused.push({ to, refusal: number })
    else if (good.has(number)) refused.push({ to, refusal: refusal('sms.twice', refusals.twice, { field: 'to' }) })
    else good.add(number)
  }
  return { good: [...good], refused }
}

/** Whoever wrote to us may do so from any kind of number, or from a name. */
export function anyNumber(given: string): string | Refusal {
  const number = phone.accept(given, field)
  return number === null ? refusal('sms.no_number', refusals.noNumber) : number
}
