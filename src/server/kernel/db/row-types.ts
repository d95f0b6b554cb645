/** How values of PostgreSQL look in the program: the API's own shapes, so that nothing is converted twice. */
import { types } from 'pg'

type Reader = (text: string) => unknown

const oid = { int8: 20, date: 1082, time: 1083, timestamp: 1114, timestamptz: 1184, numeric: 1700 } as const
const arrayOid = { int8: 1016, date: 1182, time: 1183, timestamp: 1115, timestamptz: 1185, numeric: 1231 } as const

/** '2026-11-23 09:48:00.12+00' → '2026-11-23T09:48:00.120Z'. Connections are in UTC, so the offset is always +00. */
export function momentOf(text: string): string {
  const match = /^(\d{4,}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d+))?\+00$/.exec(text)
  if (match === null) return text // infinity, years before Christ: as PostgreSQL says it
  return `${match[1]!}T${match[2]!}.${(match[3] ?? '').padEnd(3, '0').slice(0, 3)}Z`
}

const asWritten: Reader = (text) => text
const readers: Record<keyof typeof oid, Reader> = {
  int8: Number,
  date: asWritten,
  time: (text) => text.slice(0, 5),
  timestamp: asWritten,
  timestamptz: momentOf,
  numeric: asWritten,
}

const textArray = types.getTypeParser(1009 as never) as unknown as (text: string) => (string | null)[]
const arrayOf =
  (reader: Reader): Reader =>
  (text) =>
    textArray(text).map((item) => (item === null ? null : reader(item)))

const byOid = new Map<number, Reader>()
for (const kind of Object.keys(oid) as (keyof typeof oid)[]) {
  byOid.set(oid[kind], readers[kind])
  byOid.set(arrayOid[kind], arrayOf(readers[kind]))
}
byOid.set(2951, arrayOf(asWritten)) // uuid[]

export const rowTypes = {
  getTypeParser(type: number, format?: 'text' | 'binary'): Reader {
    const own = format === 'binary' ? undefined : byOid.get(type)
    return own ?? (types.getTypeParser(type, format as 'text') as Reader)
  },
}
