import type { ObjectView, RecordRow } from '../../../../contract/records.ts'
import { Fields } from './Fields.tsx'
import type { PagePart } from './layout.ts'
import { RelatedList } from './RelatedList.tsx'
import style from './page.module.css'

/** A further tab of the page: its sections beside each other where there is room, then its lists. */
export function Part({ object, record, part }: { object: ObjectView; record: RecordRow; part: PagePart }) {
  return (
    <div className={style.part}>
      <Fields object={object} record={record} sections={part.sections} />
      {part.related.map((related) => <RelatedList key={related.key} object={object} record={record} related={related} whole />)}
    </div>
  )
}
