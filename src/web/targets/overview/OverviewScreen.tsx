import { Button, NativeSelect, SegmentedControl } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { IconPencil, IconPlus, IconTarget } from '@tabler/icons-react'
import type { Overview } from '../../../server/targets/contract.ts'
import { createRecordByForm } from '../../kernel/records/form/open.ts'
import { EmptyFace, RefusedFace, Waiting } from '../../kernel/ui/faces.tsx'
import { useGo } from '../../kernel/ui/go.ts'
import { useLanguage, useText } from '../../kernel/ui/language.ts'
import { Page } from '../../kernel/ui/Page.tsx'
import { overviewQuery, plansQuery, targetsChanged } from '../asking.ts'
import { monthName, quarterName } from '../figures.ts'
import { toGrid } from '../links.ts'
import { texts } from '../texts.ts'
import style from '../targets.module.css'
import { Headline } from './Headline.tsx'
import { Tree, type TreeLine } from './Tree.tsx'

type By = 'people' | 'teams' | 'parts'
interface Place {
  plan?: string
  period?: string
  by?: By
}

/** Where the quarter stands: plan, realisation, forecast and pace, of the firm, its teams and its people. */
export function OverviewScreen() {
  const t = useText()
  const go = useGo()
  const navigate = useNavigate()
  const place = useSearch({ strict: false }) as Place
  const move = (change: Place) => void navigate({ to: '.', search: ((before: object) => ({ ...before, ...change })) as never, replace: true })
  const plans = useQuery(plansQuery)
  const shown = plans.data?.plans.find(({ id }) => id === place.plan) ?? plans.data?.plans.find(({ active }) => active) ?? plans.data?.plans[0]
  const overview = useQuery(overviewQuery(shown?.id, place.period))
  const add = () => void createRecordByForm('targetPlan').then(targetsChanged)
  const acts = shown?.mayChange && <><Button leftSection={<IconPlus size={15} />} onClick={add}>{t(texts.newPlan)}</Button><Button variant="filled" leftSection={<IconPencil size={15} />} onClick={() => go(toGrid(shown.id))}>{t(texts.enter)}</Button></>
  return (
    <Page title={t(texts.title)} lead={t(texts.lead)} acts={acts} wide>
      {plans.isError && <RefusedFace error={plans.error} onRetry={() => void plans.refetch()} />}
      {plans.data?.plans.length === 0 && <EmptyFace icon={<IconTarget size={28} stroke={1.5} aria-hidden />} title={t(texts.none)} action={<Button variant="filled" onClick={add}>{t(texts.newPlan)}</Button>}>{t(texts.noneText)}</EmptyFace>}
      {shown !== undefined && (
        <div className={style.controls}>
          <NativeSelect label={t(texts.plan)} value={shown.id} data={plans.data!.plans.map(({ id, name }) => ({ value: id, label: name }))} onChange={({ currentTarget }) => move({ plan: currentTarget.value, period: undefined })} />
          {overview.data !== undefined && <PeriodChoice year={shown.year} value={overview.data.period.key} onChange={(period) => move({ period })} />}
        </div>
      )}
      {overview.isError ? <RefusedFace error={overview.error} onRetry={() => void overview.refetch()} /> : overview.data === undefined ? (shown !== undefined || plans.isPending) && <Waiting lines={8} /> : <Shown overview={overview.data} by={place.by} onBy={(by) => move({ by })} />}
    </Page>
  )
}

function PeriodChoice({ year, value, onChange }: { year: number; value: string; onChange(period: string): void }) {
  const t = useText()
  const language = useLanguage()
  const quarters = [0, 1, 2, 3].map((at) => ({ value: `${year}-Q${at + 1}`, label: t(texts.quarter, { which: quarterName(at, language) }) }))
  const months = Array.from({ length: 12 }, (_, at) => `${year}-${String(at + 1).padStart(2, '0')}`).map((month) => ({ value: month, label: monthName(month, language) }))
  return <NativeSelect label={t(texts.period)} value={value} data={[{ value: String(year), label: t(texts.wholeYear, { year: String(year) }) }, ...quarters, ...months]} onChange={({ currentTarget }) => onChange(currentTarget.value)} />
}

function Shown({ overview, by = 'people', onBy }: { overview: Overview; by?: By | undefined; onBy(by: By): void }) {
  const t = useText()
  const offered = (['people', 'teams', 'parts'] as const).filter((one) => one === 'people' || (one === 'teams' ? overview.teams.length > 0 : overview.total.parts.length > 0))
  const chosen = offered.includes(by) ? by : 'people'
  return (
    <>
      <Headline overview={overview} />
      {offered.length > 1 && <SegmentedControl aria-label={t(texts.by)} className={style.by} value={chosen} data={offered.map((one) => ({ value: one, label: t(texts[one]) }))} onChange={(next) => onBy(next as By)} />}
      <Tree overview={overview} lines={linesOf(overview, chosen)} label={t(texts[chosen])} />
    </>
  )
}

function linesOf({ people, teams, total }: Overview, by: By): TreeLine[] {
  if (by === 'parts') return total.parts.map((part) => ({ ...part, id: part.key, name: '', depth: 0, parts: [] }))
  if (by === 'teams') return teams.map((node) => ({ ...node, id: node.id ?? '', depth: 0 }))
  const depths = new Map<string, number>()
  return people.map((node) => {
    const depth = node.parent === null ? 0 : (depths.get(node.parent) ?? 0) + 1
    if (node.id !== null) depths.set(node.id, depth)
    return { ...node, id: node.id ?? '', depth }
  })
}
