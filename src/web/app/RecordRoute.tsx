import { useParams } from '@tanstack/react-router'
import { RecordPage } from '../kernel/records/page/RecordPage.tsx'

export function RecordRoute() {
  const { object, id } = useParams({ from: '/records/$object/$id' })
  return <RecordPage key={id} object={object} id={id} />
}
