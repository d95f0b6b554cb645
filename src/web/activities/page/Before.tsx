import type { LinkValue, ObjectView, RecordRow } from '../../../contract/records.ts'
import { fieldOf } from '../../kernel/api/metadata.ts'
import { useList } from '../../kernel/api/records.ts'
import { FieldShow } from '../../kernel/records/field/FieldShow.tsx'
import { RefusedFace, Waiting } from '../../kernel/ui/faces.tsx'
import { Go } from '../../kernel/ui/Go.tsx'
import { toRecord } from '../../kernel/ui/links.ts'
import style from './page.module.css'

/** What has to be done before this, and how far it is. */
export function Before({ object, record }: { object: ObjectView; record: RecordRow }) {
  const before = record['waitsFor'] as readonly LinkValue[]
  const state = fieldOf(object, 'state')
  const list = useList('activity', { columns: ['title', 'state', 'owner', 'due'], where: before.map(({ id }) => `id = '${id}'`).join(' or '), order: 'due', limit: 50 })
  if (list.isError) return <RefusedFace error={list.error} />
  if (list.data === undefined) return <Waiting lines={2} />
  return (
    <ul className={style.items}>
      {list.data.rows.map((row) => (
        <li key={row.id} className={style.item}>
          <Go className={style.itemName} href={toRecord('activity', row.id)}>{String(row['title'])}</Go>
          <span className={style.quiet}>{(row['owner'] as LinkValue | null)?.name}</span>
          {state && <FieldShow field={state} value={row['state']} />}
        </li>
      ))}
    </ul>
  )
}
