import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { FieldDefinition } from '../../../contract/definition.ts'
import { types } from '../../../fields/types.ts'
import { request } from '../../kernel/api/request.ts'
import { FieldShow } from '../../kernel/records/field/FieldShow.tsx'
import { useText } from '../../kernel/ui/language.ts'
import { texts } from './texts.ts'
import style from '../configuration.module.css'

interface Sample {
  problems: readonly { at: number; length: number; message: string }[]
  computed: 'stored' | 'live' | null
  results: readonly { id: string; name: string; value: unknown }[]
}

/** What comes of the formula on a few records, computed by the server as it would be for everyone. */
export function Examples({ object, formula, field, known }: { object: string; formula: string; field: FieldDefinition; known: string | undefined }) {
  const t = useText()
  const [settled] = useDebouncedValue(formula.trim(), 350)
  const { data } = useQuery({
    queryKey: ['formula', object, settled, field.type, known, saidOf(field)], enabled: settled !== '', staleTime: 60_000, retry: false, placeholderData: keepPreviousData,
    queryFn: ({ signal }) => request<Sample>('POST', '/api/formulas/check', { body: { object, formula: settled, type: field.type, field: known, options: saidOf(field) }, signal }),
  })
  if (data === undefined || settled === '') return null
  // What only the server sees: a circle of formulas, one too costly.
  if (data.problems.length > 0) return <p className={style.fault} role="status">{data.problems[0]!.message}</p>
  return (
    <div className={style.tight}>
      {data.computed !== null && <p className={style.fact}>{t(texts[data.computed])}</p>}
      {data.results.length === 0 ? <p className={style.fact}>{t(texts.noExamples)}</p> : (
        <div className={style.scroll}>
          <table className={style.sheet}>
            <caption className="sd-unseen">{t(texts.examples)}</caption>
            <thead><tr><th scope="col">{t(texts.record)}</th><th scope="col">{t(texts.result)}</th></tr></thead>
            <tbody>{data.results.map(({ id, name, value }) => <tr key={id}><th scope="row">{name}</th><td><FieldShow field={field} value={value} density="cell" /></td></tr>)}</tbody>
          </table>
        </div>
      )}
    </div>
  )
}

/** What the type lets one say, without words that no value depends on. */
const saidOf = (field: FieldDefinition): Record<string, unknown> =>
  Object.fromEntries(Object.keys(types[field.type].options).flatMap((name) => {
    const value = (field as unknown as Record<string, unknown>)[name]
    return value === undefined || (Array.isArray(value) && value.length === 0) ? [] : [[name, value]]
  }))
