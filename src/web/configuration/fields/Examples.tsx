import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { FieldDefinition } from '../../../contract/definition.ts'
import type { LinkValue } from '../../../contract/records.ts'
import { types } from '../../../fields/types.ts'
import { request } from '../../kernel/api/request.ts'
import { FieldEdit } from '../../kernel/records/field/FieldEdit.tsx'
import { FieldShow } from '../../kernel/records/field/FieldShow.tsx'
import { useText } from '../../kernel/ui/language.ts'
import { texts } from './texts.ts'
import style from '../configuration.module.css'

interface Sample {
  problems: readonly { at: number; length: number; message: string }[]
  computed: 'stored' | 'live' | null
  results: readonly { id: string; name: string; value: unknown }[]
}

interface ExamplesProps {
  object: string
  formula: string
  /** Can it be computed at all? Otherwise its place is kept, so that nothing jumps while one types. */
  isRight: boolean
  field: FieldDefinition
  known: string | undefined
}

/** What comes of the formula on records that the administrator chooses, the newest ones at first; computed by the server as it would be for everyone. */
export function Examples({ object, formula, isRight, field, known }: ExamplesProps) {
  const [chosen, setChosen] = useState<readonly LinkValue[]>([])
  const [settled] = useDebouncedValue(formula.trim(), 350)
  const records = chosen.map(({ id }) => id)
  const { data } = useQuery({
    queryKey: ['formula', object, settled, field.type, known, saidOf(field), records], enabled: isRight && settled !== '', staleTime: 60_000, retry: false, placeholderData: keepPreviousData,
    queryFn: ({ signal }) => request<Sample>('POST', '/api/formulas/check', { body: { object, formula: settled, type: field.type, field: known, options: saidOf(field), ...(records.length > 0 && { records }) }, signal }),
  })
  const toChoose: FieldDefinition = { id: 'formula.examples', name: 'examples', label: texts.examples, help: texts.examplesAbout, type: 'links', target: object }
  return (
    <div className={style.examples}>
      <FieldEdit field={toChoose} value={chosen} onChange={(next) => setChosen(((next ?? []) as LinkValue[]).slice(0, mostExamples))} />
      <Results field={field} sample={isRight ? data : undefined} />
    </div>
  )
}

/** As many as the server computes. */
const mostExamples = 5

function Results({ field, sample }: { field: FieldDefinition; sample: Sample | undefined }) {
  const t = useText()
  if (sample === undefined) return <p className={style.fact}>{t(texts.noResultYet)}</p>
  // What only the server sees: a circle of formulas, one too costly.
  if (sample.problems.length > 0) return <p className={style.fault} role="status">{sample.problems[0]!.message}</p>
  return (
    <>
      {sample.computed !== null && <p className={style.fact}>{t(texts[sample.computed])}</p>}
      {sample.results.length === 0 ? <p className={style.fact}>{t(texts.noExamples)}</p> : (
        <div className={style.scroll}>
          <table className={style.sheet}>
            <caption className="sd-unseen">{t(texts.examples)}</caption>
            <thead><tr><th scope="col">{t(texts.record)}</th><th scope="col">{t(texts.result)}</th></tr></thead>
            <tbody>{sample.results.map(({ id, name, value }) => <tr key={id}><th scope="row">{name}</th><td><FieldShow field={field} value={value} density="cell" /></td></tr>)}</tbody>
          </table>
        </div>
      )}
    </>
  )
}

/** What the type lets one say, without words that no value depends on. */
const saidOf = (field: FieldDefinition): Record<string, unknown> =>
  Object.fromEntries(Object.keys(types[field.type].options).flatMap((name) => {
    const value = (field as unknown as Record<string, unknown>)[name]
    return value === undefined || (Array.isArray(value) && value.length === 0) ? [] : [[name, value]]
  }))
