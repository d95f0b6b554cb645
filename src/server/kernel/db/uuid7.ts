import { randomFillSync } from 'node:crypto'

// Random bytes are fetched in bulk: one call of the system per 400 ids instead of one per id.
const pool = Buffer.alloc(10 * 400)
let used = pool.length
let lastMoment = 0
let counter = 0

/**
 * A UUIDv7 (RFC 9562): sorts by the time it was made. Within a process each one is greater than the one before, also within a
 * millisecond (12-bit counter that starts at random in its lower half; when it runs out the next millisecond is borrowed).
 */
export function newId(): string {
  if (used >= pool.length) {
    randomFillSync(pool)
    used = 0
  }
  const at = used
  used += 10
  const moment = Date.now()
  if (moment > lastMoment) {
    lastMoment = moment
    counter = pool.readUInt16BE(at) & 0x7ff
  } else if (++counter > 0xfff) {
    lastMoment++
    counter = pool.readUInt16BE(at) & 0x7ff
  }
  const time = lastMoment.toString(16).padStart(12, '0')
  const tail = pool.toString('hex', at + 2, at + 10)
  const variant = ((pool[at + 2]! >> 4) & 0x3 | 0x8).toString(16)
  return `${time.slice(0, 8)}-${time.slice(8)}-7${counter.toString(16).padStart(3, '0')}-${variant}${tail.slice(1, 4)}-${tail.slice(4)}`
}

/** Canonical, as the API gives ids; whatever else is sent names no record. */
export const isId = (id: unknown): id is string => typeof id === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)
