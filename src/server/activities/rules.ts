import type { DeriveFacts, Values } from '../../contract/definition.ts'
import { refusal, type Refusal } from '../../contract/refusal.ts'
import { refusals } from './texts.ts'

const idOf = (link: unknown): string | null =>
  typeof link === 'string' ? link : typeof link === 'object' && link !== null && 'id' in link ? String(link.id) : null
const momentOf = (value: unknown): number | null => (typeof value === 'string' ? Date.parse(value) : null)

/** Types that one arranges and does not hand over: nobody's work is delegated by them. */
const arranged: readonly unknown[] = ['meeting', 'event']
const closed: readonly unknown[] = ['done', 'cancelled']
const usualLengthMs = 3_600_000

/** When it stands on the time line, when it was finished, who delegated it to whom: all follows from what people enter. */
export function followingValues(values: Values, { now, who, before }: DeriveFacts): Values {
  const { start, due, state } = values
  const isClosed = closed.includes(state)
  const doneAt = isClosed ? (before !== null && closed.includes(before['state']) ? (values.doneAt ?? now) : now) : null
  const end = typeof start === 'string' && (values.end ?? null) === null ? new Date(Date.parse(start) + usualLengthMs).toISOString() : (values.end ?? null)
  return { moment: start ?? due ?? doneAt ?? values.moment ?? now, doneAt, end, ...delegation(values, { who, before }) }
}

/** Whoever gives work to somebody else is its delegator until he takes it back; each new owner is asked anew. */
function delegation(values: Values, { who, before }: Pick<DeriveFacts, 'who' | 'before'>): Values {
  const [owner, ownerBefore] = [idOf(values.owner), before === null ? who : idOf(before['owner'])]
  const isHandedOver = owner !== ownerBefore && who !== null && owner !== who && owner !== null
  const by = arranged.includes(values.type) ? null : isHandedOver ? (idOf(values.delegatedBy) ?? who) : idOf(values.delegatedBy)
  if (by === null || by === owner) return { delegatedBy: null, delegation: null, delegationNote: null }
  if (isHandedOver || (values.delegation ?? null) === null) return { delegatedBy: by, delegation: 'asked', delegationNote: null }
  return { delegatedBy: by }
}

export function whyNotActivity(values: Values): Refusal[] {
  const [start, end] = [momentOf(values.start), momentOf(values.end)]
  const zone = values.timeZone
  return [
    ...(start !== null && end !== null && end < start ? [refusal('activity.end_before_start', refusals.endBeforeStart, { field: 'end' })] : []),
    ...(typeof zone === 'string' && !isZone(zone) ? [refusal('activity.unknown_zone', refusals.unknownZone, { field: 'timeZone', values: { zone } })] : []),
  ]
}

function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return true
  } catch {
    return false
  }
}

export function whyNotSubstitution(values: Values): Refusal[] {
  const { from, until, owner, substitute } = values
  return [
    ...(typeof from === 'string' && typeof until === 'string' && until < from ? [refusal('substitution.reversed', refusals.periodReversed, { field: 'until' })] : []),
    ...(idOf(owner) !== null && idOf(owner) === idOf(substitute) ? [refusal('substitution.own', refusals.ownSubstitute, { field: 'substitute' })] : []),
  ]
}
