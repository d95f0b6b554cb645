import { ActionIcon } from '@mantine/core'
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { Fragment, useState } from 'react'
import type { Figures, Overview, Part, ShownPlace } from '../../../server/targets/contract.ts'
import { Go } from '../../kernel/ui/Go.tsx'
import { useLanguage, useText } from '../../kernel/ui/language.ts'
import { amountText, dimensionsOf, shareOf, shareText } from '../figures.ts'
import { behind } from '../links.ts'
import { texts } from '../texts.ts'
import style from '../targets.module.css'
import { usePace } from './pace.ts'

export interface TreeLine extends Figures {
  id: string
  name: string
  place?: ShownPlace
  depth: number
  realisedWhere: string | null
  openWhere: string | null
  parts: readonly Part[]
}

/** People, teams or dimensions with their figures; whoever's plan has parts opens to them. */
export function Tree({ overview: { plan, object }, lines, label }: { overview: Overview; lines: readonly TreeLine[]; label: string }) {
  const t = useText()
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set())
  const toggle = (id: string) => setOpen((before) => new Set(before.has(id) ? [...before].filter((one) => one !== id) : [...before, id]))
  if (lines.length === 0) return <p className={style.more}>{t(texts.empty)}</p>
  return (
    <table className={style.table} aria-label={label}>
      <thead><tr><th scope="col">{t(texts.name)}</th><th scope="col">{t(texts.plan)}</th><th scope="col">{t(texts.realised)}</th><th scope="col">{t(texts.forecast)}</th><th scope="col" className={style.paceHead}>{t(texts.pace)}</th></tr></thead>
      <tbody>
        {lines.map((line) => (
          <Fragment key={line.id}>
            <Line line={line} currency={plan.currency} object={object} open={line.parts.length === 0 ? null : open.has(line.id)} onToggle={() => toggle(line.id)} />
            {open.has(line.id) && line.parts.map((part) => <Line key={part.key} line={{ ...part, id: part.key, name: '', depth: line.depth + 1, parts: [] }} currency={plan.currency} object={object} open={null} isPart />)}
          </Fragment>
        ))}
      </tbody>
    </table>
  )
}

interface LineProps {
  line: TreeLine
  currency: string | null
  object: string
  /** null: there is nothing to open. */
  open: boolean | null
  onToggle?(): void
  isPart?: boolean
}

function Line({ line, currency, object, open, onToggle, isPart }: LineProps) {
  const t = useText()
  const language = useLanguage()
  const name = line.place === undefined ? line.name : dimensionsOf(line.place, language)
  const amount = (value: string) => amountText(value, { language, currency: null })
  const figure = (value: string, where: string | null) => (where === null ? amount(value) : <Go className={style.drill} href={behind(object, where)} title={t(texts.deals)}>{amount(value)}</Go>)
  const share = (value: string) => <span className={style.share}>{shareText(shareOf(value, line.target), language)}</span>
  return (
    <tr data-part={isPart}>
      <th scope="row" style={{ '--depth': line.depth } as object}>
        {open !== null && <ActionIcon size="sm" aria-label={t(texts.open, { name })} aria-expanded={open} onClick={onToggle}>{open ? <IconChevronDown size={14} /> : <IconChevronRight size={14} />}</ActionIcon>}
        <span>{name}</span>
      </th>
      <td data-label={t(texts.plan)}>{amount(line.target)}</td>
      <td data-label={t(texts.realised)}>{figure(line.realised, line.realisedWhere)} {share(line.realised)}</td>
      <td data-label={t(texts.forecast)}>{figure(line.forecast, line.openWhere)} {share(line.forecast)}</td>
      <td><Pace line={line} currency={currency} /></td>
    </tr>
  )
}

/** How much is realised, how much the forecast adds, and where one should be today; the sentence says the same. */
function Pace({ line, currency }: { line: TreeLine; currency: string | null }) {
  const { words, tone } = usePace(currency)(line)
  const percent = (value: string) => `${Math.min(100, Math.max(0, (shareOf(value, line.target) ?? 0) * 100))}%`
  if (tone === 'none') return null
  return (
    <div className={style.pace} data-tone={tone}>
      <div className={style.bar} aria-hidden><i className={style.open} style={{ width: percent(line.forecast) }} /><i className={style.done} style={{ width: percent(line.realised) }} /><i className={style.now} style={{ left: percent(line.dueByNow) }} /></div>
      <span className={style.words}>{words}</span>
    </div>
  )
}
