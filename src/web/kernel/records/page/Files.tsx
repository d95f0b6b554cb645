import { useQueries } from '@tanstack/react-query'
import type { ObjectView, RecordRow } from '../../../../contract/records.ts'
import type { FileValue } from '../../../../fields/field.ts'
import { StoredFile } from '../../../../fields/stored.tsx'
import { isLink, useMetadata, type FieldView } from '../../api/metadata.ts'
import { listQuery } from '../../api/records.ts'
import { EmptyFace, Waiting } from '../../ui/faces.tsx'
import { useManner, useText } from '../../ui/language.ts'
import { momentText } from '../time.ts'
import { texts } from './texts.ts'
import style from './page.module.css'

interface Source {
  object: ObjectView
  link: FieldView
  files: FieldView
}

/** Objects whose records link here and carry files: notes, later documents. */
function useSources(object: ObjectView): Source[] {
  const metadata = useMetadata()
  return metadata.objects.flatMap((other) => {
    const link = other.fields.find((field) => isLink(field) && field.type === 'link' && field.target === object.name)
    const files = other.fields.find((field) => field.type === 'files' || field.type === 'file')
    return link && files ? [{ object: other, link, files }] : []
  })
}

export const useHasFiles = (object: ObjectView): boolean => useSources(object).length > 0

/** All files of a record, wherever they hang, the newest first. */
export function Files({ object, record, titled }: { object: ObjectView; record: RecordRow; titled?: boolean }) {
  const t = useText()
  const manner = useManner()
  const sources = useSources(object)
  const lists = useQueries({
    queries: sources.map(({ object: other, link, files }) => listQuery(other.name, { columns: [files.name, 'createdAt'], where: `${link.name} = '${record.id}' and ${files.name} is not empty`, order: '-createdAt', limit: 50 })),
  })
  const files = lists.flatMap((list, index) => (list.data?.rows ?? []).flatMap((row) => {
    const { object: other, files: field } = sources[index]!
    const value = row[field.name] as FileValue | FileValue[] | null
    return (Array.isArray(value) ? value : value ? [value] : []).map((file) => ({ file, field: field.name, at: { object: other.name, id: row.id }, when: String(row.createdAt ?? '') }))
  }))
  if (lists.some((list) => list.isPending)) return titled ? null : <Waiting lines={3} />
  if (files.length === 0) return titled ? null : <EmptyFace title={t(texts.noFiles)}>{t(texts.noFilesText)}</EmptyFace>
  return (
    <section className={style.related} aria-label={t(texts.files)}>
      {titled && <div className={style.sectionHead}><h2 className={style.sectionTitle}>{t(texts.files)}<span className={style.count}>{files.length}</span></h2></div>}
      <ul className={style.relatedRows}>
        {files.map(({ file, field, at, when }) => (
          <li key={`${at.id}-${file.hash}-${file.name}`} className={style.fileRow}>
            <StoredFile file={file} field={field} at={at} />
            {when !== '' && <span className={style.quiet}>{momentText(when, manner)}</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}
