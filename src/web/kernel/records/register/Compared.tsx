import { useQuery } from '@tanstack/react-query'
import type { ObjectView } from '../../../../contract/records.ts'
import type { ComparedPart, RegisterCompared } from '../../../../contract/register.ts'
import { Tag } from '../../../../fields/tag.tsx'
import { keys } from '../../api/client.ts'
import { objectOf, useMetadata } from '../../api/metadata.ts'
import { request } from '../../api/request.ts'
import { EmptyFace, RefusedFace, Waiting } from '../../ui/faces.tsx'
import { useText } from '../../ui/language.ts'
import { Changes } from '../timeline/Changes.tsx'
import { texts } from './texts.ts'
import style from './register.module.css'

const colorOf = { added: 'green', removed: 'red', changed: 'blue' } as const

/** What differs between two moments: the record's own fields, then parts that came, went or changed. */
export function Compared({ object, id, from, to }: { object: ObjectView; id: string; from: string | undefined; to: string | undefined }) {
  const t = useText()
  const metadata = useMetadata()
  const compared = useQuery({
    queryKey: [...keys.history(object.name, id), 'compare', from ?? '', to ?? ''],
    queryFn: ({ signal }) => request<RegisterCompared>('GET', `/api/records/${object.name}/${id}/register/compare`, { query: { from, to }, signal }),
  })
  if (compared.isError) return <RefusedFace error={compared.error} onRetry={() => void compared.refetch()} />
  if (compared.data === undefined) return <Waiting lines={8} />
  const { changes, parts } = compared.data
  if (Object.keys(changes).length === 0 && parts.length === 0) return <EmptyFace title={t(texts.same)} />
  return (
    <>
      {Object.keys(changes).length > 0 && <section className={style.part} aria-label={t(object.label)}><h2>{t(object.label)}</h2><Changes object={object} changes={changes} /></section>}
      {parts.map((part) => {
        const of = objectOf(metadata, part.object)
        return of !== null && <Part key={part.object} object={of} rows={part.rows} />
      })}
    </>
  )
}

function Part({ object, rows }: { object: ObjectView; rows: ComparedPart['rows'] }) {
  const t = useText()
  return (
    <section className={style.part} aria-label={t(object.plural)}>
      <h2>{t(object.plural)}</h2>
      <ul className={style.entries}>
        {rows.map(({ id, name, what, changes }) => (
          <li key={id} className={style.entry}>
            <div className={style.what}><strong>{name || t(texts.nameless)}</strong><Tag color={colorOf[what]}>{t(texts[what])}</Tag></div>
            {what === 'changed' && <Changes object={object} changes={changes} />}
          </li>
        ))}
      </ul>
    </section>
  )
}
