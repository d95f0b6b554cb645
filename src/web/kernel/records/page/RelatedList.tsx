import { ActionIcon, Tooltip } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import type { LinkValue, ObjectView, RecordRow } from '../../../../contract/records.ts'
import { Face } from '../../../../fields/face.tsx'
import { resolvePath, useMetadata } from '../../api/metadata.ts'
import { useList } from '../../api/records.ts'
import { RefusedFace, Waiting } from '../../ui/faces.tsx'
import { Go } from '../../ui/Go.tsx'
import { useManner, useText } from '../../ui/language.ts'
import { toList, toRecord } from '../../ui/links.ts'
import { FieldShow } from '../field/FieldShow.tsx'
import { createRecordByForm } from '../form/open.ts'
import { nameOf } from '../name.ts'
import { texts } from './texts.ts'
import type { Related } from './useRelated.ts'
import style from './page.module.css'

const shownAtOnce = 6

export const whereLinked = (related: Pick<Related, 'link'>, id: string): string => `${related.link.name} = '${id}'`

/** The first few records that link here, with a way to add one and to see them all. */
export function RelatedList({ object, record, related, whole }: { object: ObjectView; record: RecordRow; related: Related; whole?: boolean }) {
  const t = useText()
  const { language } = useManner()
  const where = whereLinked(related, record.id)
  const list = useList(related.object.name, { columns: [...new Set([...related.columns, related.object.nameField])], where, limit: whole ? 50 : shownAtOnce, count: true })
  const mayAdd = related.object.can.create && related.link.access === 'write' && typeof record.deletedAt !== 'string'
  const rows = list.data?.rows ?? []
  const count = list.data?.count
  const add = () => void createRecordByForm(related.object.name, { [related.link.name]: { id: record.id, name: nameOf(object, record) } })
  if (rows.length === 0 && !mayAdd && !list.isPending) return null
  const number = count && new Intl.NumberFormat(language).format(count.value)
  return (
    <section className={style.related} aria-label={t(related.label)}>
      <div className={style.sectionHead}>
        <h2 className={style.sectionTitle}>{t(related.label)}{count && count.value > 0 && <span className={style.count}>{count.exact ? number : t(texts.countOver, { count: number })}</span>}</h2>
        {mayAdd && (
          <Tooltip label={t(texts.add, { label: t(related.object.label).toLocaleLowerCase(language) })}>
            <ActionIcon size="sm" color="teal" aria-label={t(texts.add, { label: t(related.object.label).toLocaleLowerCase(language) })} onClick={add}><IconPlus className={style.icon} /></ActionIcon>
          </Tooltip>
        )}
      </div>
      {list.isError ? <RefusedFace error={list.error} onRetry={() => void list.refetch()} /> : list.isPending ? <Waiting lines={2} />
        : rows.length === 0 ? null : <ul className={style.relatedRows}>{rows.map((row) => <RelatedRow key={row.id} related={related} row={row} />)}</ul>}
      {count && count.value > rows.length && <Go className={style.allLink} href={`${toList(related.object.name)}?${new URLSearchParams({ where })}`}>{t(texts.showAll, { count: number! })}</Go>}
    </section>
  )
}

/** The first column names the record and leads to it, or to what it ties to; the others follow quietly. */
function RelatedRow({ related, row }: { related: Related; row: RecordRow }) {
  const metadata = useMetadata()
  const [first, ...others] = related.columns
  const lead = first ? resolvePath(metadata, related.object.name, first) : null
  const linked = lead?.last.type === 'link' ? (row[first!] as LinkValue | null) : null
  const target = lead && 'target' in lead.last ? (lead.last.target as string) : null
  const name = linked?.name ?? nameOf(related.object, row)
  const isPerson = target === 'person' || (linked === null && related.object.fields.some((field) => field.name === 'firstName'))
  const shown = others.flatMap((path) => {
    const found = resolvePath(metadata, related.object.name, path)
    const value = row[path]
    return found === null || value === null || value === undefined || (Array.isArray(value) && value.length === 0) ? [] : [{ path, found, value }]
  })
  const [beside, ...below] = shown
  return (
    <li className={style.relatedRow}>
      {isPerson && <Face name={name} />}
      <div className={style.relatedBody}>
        <div className={style.relatedHead}>
          <Go className={style.relatedName} href={linked && target ? toRecord(target, linked.id) : toRecord(related.object.name, row.id)}>{name}</Go>
          {beside && <span className={style.beside}><FieldShow field={beside.found.last} part={beside.found.part} value={beside.value} /></span>}
        </div>
        {below.length > 0 && (
          <div className={style.below}>
            {below.map(({ path, found, value }) => <span key={path}><FieldShow field={found.last} part={found.part} value={value} /></span>)}
          </div>
        )}
      </div>
    </li>
  )
}
