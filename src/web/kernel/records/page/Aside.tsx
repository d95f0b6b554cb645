import type { ObjectView, RecordRow } from '../../../../contract/records.ts'
import { useRelated } from './useRelated.ts'
import { RelatedList } from './RelatedList.tsx'
import { TreePanel } from './TreePanel.tsx'
import { Files, useHasFiles } from './Files.tsx'

/** What the record is tied to. The tree stands after the first list, which is of people. */
export function Aside({ object, record }: { object: ObjectView; record: RecordRow }) {
  const related = useRelated(object)
  const hasFiles = useHasFiles(object)
  const [first, ...rest] = related
  return (
    <>
      {first && <RelatedList object={object} record={record} related={first} />}
      {object.tree && <TreePanel object={object} record={record} />}
      {rest.map((one) => <RelatedList key={one.key} object={object} record={record} related={one} />)}
      {hasFiles && <Files object={object} record={record} titled />}
    </>
  )
}
