import { useObject } from '../../api/metadata.ts'
import { RefusedFace } from '../../ui/faces.tsx'
import { RecordSkeleton } from './RecordSkeleton.tsx'
import { Tabbed } from './Tabbed.tsx'
import { useRecordPage } from './useRecordPage.ts'

/** A record beside the list it was picked from. Whoever has a bar of his own to close it leaves `onClose` out. */
export function RecordPanel({ object: name, id, onClose }: { object: string; id: string; onClose?(): void }) {
  const object = useObject(name)
  const record = useRecordPage(object, id)
  if (object === null || record.isError) return <RefusedFace error={record.error} onRetry={() => void record.refetch()} />
  if (record.data === undefined) return <RecordSkeleton narrow />
  return <Tabbed key={id} object={object} record={record.data} onClose={onClose} />
}
