import { Navigate, useParams } from '@tanstack/react-router'
import { RecordPage } from '../kernel/records/page/RecordPage.tsx'
import { useRooms } from '../kernel/shell/rooms.ts'

export function RecordRoute() {
  const { object, id } = useParams({ from: '/records/$object/$id' })
  const own = useRooms().map((room) => room.record?.pages?.[object]).find((page) => page !== undefined)
  return own === undefined ? <RecordPage key={id} object={object} id={id} /> : <Navigate to={own(id) as '/'} replace />
}
