import { useQuery } from '@tanstack/react-query'
import { Fragment } from 'react'
import type { ObjectView } from '../../../contract/records.ts'
import { listRecords } from '../../kernel/api/records.ts'
import { Chips } from '../../kernel/records/filter/Chips.tsx'
import { join } from '../../kernel/records/filter/conditions.ts'
import { useManner, useText } from '../../kernel/ui/language.ts'
import { alternativesOf, fromAlternatives } from './alternatives.ts'
import { texts } from './texts.ts'
import style from './roles.module.css'

/** A rule as sentences: each line is an alternative, all sentences of a line must hold. */
export function RuleBuilder({ object, rule, onChange }: { object: ObjectView; rule: string; onChange(rule: string): void }) {
  const t = useText()
  const alternatives = alternativesOf(rule) ?? []
  const shown = alternatives.length === 0 ? [[]] : alternatives
  return (
    <div className={style.builder} role="group" aria-label={t(texts.rule)}>
      {shown.map((parts, place) => (
        <Fragment key={place}>
          {place > 0 && <span className={style.hint}>{t(texts.or)}</span>}
          <div className={style.alternative}><Chips object={object} parts={parts} onParts={(next) => onChange(fromAlternatives(shown.with(place, [...next])))} /></div>
        </Fragment>
      ))}
      {alternatives.length > 0 && <Another object={object} onAdd={(text) => onChange(`${fromAlternatives(alternatives)} or ${text}`)} />}
    </div>
  )
}

/** Begins with its first sentence: an alternative without any would let everything through. */
function Another({ object, onAdd }: { object: ObjectView; onAdd(text: string): void }) {
  const t = useText()
  return (
    <div className={style.alternative}>
      <span className={style.hint}>{t(texts.or)}…</span>
      <Chips object={object} parts={[]} onParts={(parts) => parts.length > 0 && onAdd(join(parts))} />
    </div>
  )
}

/** How much of what there is the rule reaches, as of now; `me` in it is whoever looks. */
export function Reaches({ object, rule }: { object: ObjectView; rule: string }) {
  const t = useText()
  const { language } = useManner()
  const count = (where?: string) => ({
    queryKey: ['ruleCount', object.name, where ?? ''], staleTime: 30_000, retry: false,
    queryFn: async ({ signal }: { signal: AbortSignal }) => (await listRecords(object.name, { columns: ['id'], limit: 1, count: true, ...(where === undefined ? {} : { where }) }, signal)).count ?? null,
  })
  const [some, all] = [useQuery(count(rule)).data, useQuery(count()).data]
  if (some == null || all == null) return null
  const figure = ({ value, exact }: { value: number; exact: boolean }) => `${value.toLocaleString(language)}${exact ? '' : '+'}`
  return <span className={style.hint}>{t(/\bme\b/.test(rule) ? texts.reachesMine : texts.reaches, { some: figure(some), all: figure(all) })}</span>
}
