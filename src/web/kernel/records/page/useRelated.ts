import { useQueries } from '@tanstack/react-query'
import { shownFor } from '../../../../contract/layout.ts'
import { withStandsOut } from '../../../../contract/standsOut.ts'
import type { MetadataAnswer, ObjectView, RecordRow } from '../../../../contract/records.ts'
import type { Text } from '../../../../contract/text.ts'
import { fieldOf, isLink, objectOf, type FieldView } from '../../api/metadata.ts'
import { listQuery, type ListRequest } from '../../api/records.ts'
import { createRecordByForm } from '../form/open.ts'
import { typeOfRecord } from '../form/sections.ts'
import { nameOf } from '../name.ts'

export interface Related {
  key: string
  object: ObjectView
  link: FieldView
  columns: readonly string[]
  where?: string
  label: Text
  /** The tab it stands on. */
  tab?: string
}

/** Lists of records that link here, as the layout for this record's type orders them. What the tree shows is not listed again. */
export function relatedOf(metadata: MetadataAnswer, object: ObjectView, record: RecordRow): Related[] {
  const { related } = shownFor(object.shown.record, typeOfRecord(object, record)) ?? { related: [] }
  return related.flatMap(({ object: name, link, columns, where, label, tab }, index, all) => {
    const other = objectOf(metadata, name)
    const field = other === null ? null : fieldOf(other, link)
    if (other === null || field === null || !isLink(field) || (other.name === object.name && link === object.tree)) return []
    const reverse = 'reverse' in field ? (field.reverse as Text | undefined) : undefined
    const isFirst = all.findIndex((one) => one.object === name && one.link === link) === index
    return [{ key: `${name}.${link}${isFirst ? '' : `.${index}`}`, object: other, link: field, columns: columns.filter((path) => fieldOf(other, path.split('.')[0]!) !== null), where, label: label ?? reverse ?? other.plural, tab }]
  })
}

/** So many come with the page; the record page shows fewer of them until asked. */
export const relatedRows = 20
export const shownAtOnce = 6

/** What a related list asks for: the same as comes with the whole page, so that it is asked once. */
export function relatedRequest({ object, link, where, columns }: Pick<Related, 'object' | 'link' | 'where' | 'columns'>, id: string): ListRequest {
  const linked = link.type === 'links' ? `${link.name} has '${id}'` : `${link.name} = '${id}'`
  return { columns: withStandsOut(object, columns), where: where === undefined ? linked : `${linked} and (${where})`, limit: relatedRows, count: true }
}

export function useRelatedLists(related: readonly Related[], record: RecordRow) {
  const lists = useQueries({ queries: related.map((one) => listQuery(one.object.name, relatedRequest(one, record.id))) })
  return related.map((one, index) => ({ related: one, list: lists[index]!, rows: lists[index]!.data?.rows ?? [] }))
}

export const mayAdd = (related: Related, record: RecordRow): boolean => related.object.can.create && related.link.access === 'write' && typeof record.deletedAt !== 'string'

/** A new record that already links here. */
export function addRelated(object: ObjectView, record: RecordRow, related: Related): void {
  void createRecordByForm(related.object.name, { [related.link.name]: { id: record.id, name: nameOf(object, record) } })
}
