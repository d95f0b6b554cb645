import { useQuery } from '@tanstack/react-query'
import type { Values } from '../../../../contract/definition.ts'
import type { ObjectView } from '../../../../contract/records.ts'
import type { RegisterState } from '../../../../contract/register.ts'
import { keys } from '../../api/client.ts'
import { fieldOf, objectOf, useMetadata } from '../../api/metadata.ts'
import { request } from '../../api/request.ts'
import { EmptyFace, RefusedFace, Waiting } from '../../ui/faces.tsx'
import { useText } from '../../ui/language.ts'
import { FieldShow } from '../field/FieldShow.tsx'
import { texts } from './texts.ts'
import style from './register.module.css'

/** The record and its parts as they stood. */
export function StateAt({ object, id, moment }: { object: ObjectView; id: string; moment: string | undefined }) {
  const t = useText()
  const metadata = useMetadata()
  const state = useQuery({
    queryKey: [...keys.history(object.name, id), 'at', moment ?? ''],
    queryFn: ({ signal }) => request<RegisterState>('GET', `/api/records/${object.name}/${id}/register/at`, { query: { moment }, signal }),
  })
  if (state.isError) return <RefusedFace error={state.error} onRetry={() => void state.refetch()} />
  if (state.data === undefined) return <Waiting lines={8} />
  const { record, parts } = state.data
  if (record === null) return <EmptyFace title={t(texts.notYet)} />
  return (
    <>
      <dl className={style.facts}>
        {object.fields.filter(({ name }) => isFilled(record[name])).map((field) => (
          <div key={field.name}><dt>{t(field.label)}</dt><dd><FieldShow field={field} value={record[field.name]} /></dd></div>
        ))}
      </dl>
      {parts.map((part) => {
        const of = objectOf(metadata, part.object)
        return of !== null && part.rows.length > 0 && <Part key={part.object} object={of} whole={object.name} rows={part.rows} />
      })}
    </>
  )
}

const isFilled = (value: unknown): boolean => value !== null && value !== undefined && value !== '' && value !== false && !(Array.isArray(value) && value.length === 0)

function Part({ object, whole, rows }: { object: ObjectView; whole: string; rows: readonly { id: string; values: Values }[] }) {
  const t = useText()
  const columns = (object.shown.list['']?.columns ?? object.list.columns).flatMap((path) => {
    const field = fieldOf(object, path)
    return field === null || ('target' in field && field.target === whole) ? [] : [field]
  })
  const sorted = rows.toSorted((a, b) => Number(a.values['position'] ?? 0) - Number(b.values['position'] ?? 0))
  return (
    <section className={style.part} aria-label={t(object.plural)}>
      <h2>{t(object.plural)}</h2>
      <div className={style.scroll} tabIndex={0} role="region" aria-label={t(object.plural)}>
        <table className={style.table}>
          <thead><tr>{columns.map((field) => <th key={field.name} scope="col" data-type={field.type}>{t(field.label)}</th>)}</tr></thead>
          <tbody>{sorted.map(({ id, values }) => <tr key={id}>{columns.map((field) => <td key={field.name} data-type={field.type}><FieldShow field={field} value={values[field.name]} /></td>)}</tr>)}</tbody>
        </table>
      </div>
    </section>
  )
}
