import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { FieldDefinition } from '../../../contract/definition.ts'
import { request } from '../../kernel/api/request.ts'
import { FieldShow } from '../../kernel/records/field/FieldShow.tsx'
import { useText } from '../../kernel/ui/language.ts'
import { texts } from './texts.ts'
import style from '../configuration.module.css'

interface Checked {
  computed?: 'stored' | 'live'
  results?: readonly { id: string; name: string; value: unknown }[]
}

/** What comes of the formula on a few records, computed by the server as it would be for everyone. */
export function Examples({ object, formula, field }: { object: string; formula: string; field: FieldDefinition }) {
  const t = useText()
  const [settled] = useDebouncedValue(formula.trim(), 350)
  const { data } = useQuery({
    queryKey: ['formula', object, settled, field.type], enabled: settled !== '', staleTime: 60_000, retry: false, placeholderData: keepPreviousData,
    queryFn: ({ signal }) => request<Checked>('POST', '/api/formulas/check', { body: { object, formula: settled, type: field.type }, signal }),
  })
  if (data?.results === undefined) return null
  return (
    <div>
      {data.computed !== undefined && <p className={style.fact}>{t(texts[data.computed])}</p>}
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
