import { Suspense } from 'react'
import { useRooms } from './rooms.ts'

/** What rooms have in the bar; nothing in its place until it is there. */
export function BarParts({ phone = false }: { phone?: boolean }) {
  return useRooms().map(({ name, bar: Part }) => Part && <Suspense key={name} fallback={null}><Part phone={phone} /></Suspense>)
}
