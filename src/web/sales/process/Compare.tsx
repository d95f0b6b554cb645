import { useQuery } from '@tanstack/react-query'
import type { Answer } from '../../../contract/route.ts'
import type { compare } from '../../../server/sales/contract.ts'
import { BarChart } from '../../kernel/charts/BarChart.tsx'
import { Figures, type FigureRow } from '../../kernel/charts/Figures.tsx'
import { EmptyFace, RefusedFace, Waiting } from '../../kernel/ui/faces.tsx'
import { useLanguage, useManner, useText } from '../../kernel/ui/language.ts'
import { compareQuery, type Side } from '../asking.ts'
import { One, useNames } from '../Controls.tsx'
import { shareText } from '../figures.ts'
import { periodKeys, spanOf } from '../periods.ts'
import { usePlace } from '../place.ts'
import style from '../sales.module.css'
import { measureCells, measureColumns } from './Parts.tsx'
import { periodOf, Selection, useAsked, type Chosen } from './Selection.tsx'
import { texts } from './texts.ts'

const kinds = ['people', 'teams', 'methods', 'periods'] as const
type Kind = (typeof kinds)[number]
type Compared = Answer<typeof compare>['sides']

/** The condition by which one side is the deals of a person, a team, a method. */
const whereOf: Record<Exclude<Kind, 'periods'>, (id: string) => string> = {
  people: (id) => `owner = '${id}'`,
  teams: (id) => `owner.teams contains '${id}'`,
  methods: (id) => `method = '${id}'`,
}

/** Two people, teams, methods or periods side by side. */
export function Compare() {
  const t = useText()
  const [chosen, move] = usePlace<keyof Chosen>()
  const kind = kinds.find((one) => one === chosen.what) ?? 'people'
  const offered = useOffered(kind)
  const sides = useSides(chosen, kind, offered)
  const asked = useQuery({ ...compareQuery(sides), enabled: sides.length === 2 })
  const sideOf = (which: 'first' | 'second') => <One label={t(texts[which])} data={[{ value: '', label: '–' }, ...offered]} value={chosen[which] ?? ''} onChange={(next) => move({ [which]: next === '' ? undefined : next })} />
  return (
    <>
      <div className={style.controls}>
        <One label={t(texts.what)} width={140} data={kinds.map((value) => ({ value, label: t(texts[value]) }))} value={kind} onChange={(what) => move({ what, first: undefined, second: undefined })} />
        {sideOf('first')}
        {sideOf('second')}
        <Selection chosen={chosen} move={move} periodToo={kind !== 'periods'} />
      </div>
      {sides.length < 2 ? <EmptyFace title={t(texts.chooseTwo)}>{t(texts.chooseTwoWhy)}</EmptyFace>
        : asked.isError ? <RefusedFace error={asked.error} onRetry={() => void asked.refetch()} /> : asked.data === undefined ? <Waiting lines={8} /> : <SideBySide sides={asked.data.sides} />}
    </>
  )
}

function useOffered(kind: Kind): readonly { value: string; label: string }[] {
  const t = useText()
  const object = { people: 'user', teams: 'team', methods: 'salesMethod', periods: '' }[kind]
  const names = useNames(object)
  return kind === 'periods' ? periodKeys.map((value) => ({ value, label: t(texts[value]) })) : names.map(({ id, name }) => ({ value: id, label: name }))
}

function useSides(chosen: Chosen, kind: Kind, offered: readonly { value: string; label: string }[]): readonly Side[] {
  const { today } = useManner()
  const asked = useAsked(chosen)
  const { pipeline, basis } = asked
  return [chosen.first, chosen.second].flatMap((value): Side[] => {
    const found = offered.find((one) => one.value === value)
    if (found === undefined) return []
    const name = found.label
    return [kind === 'periods' ? { name, ...(pipeline === undefined ? {} : { pipeline }), basis, ...spanOf(periodOf(found.value), today) } : { name, ...asked, where: whereOf[kind](found.value) }]
  })
}

function SideBySide({ sides }: { sides: Compared }) {
  const t = useText()
  const language = useLanguage()
  const columns = sides.map(({ name }, index) => ({ key: String(index), label: name ?? '' }))
  const cells = sides.map(({ funnel }) => measureCells(funnel.figures, { language, currency: funnel.currency }))
  const rows = measureColumns(t).map(({ key, label }): FigureRow => ({ key, name: { text: label }, cells: Object.fromEntries(cells.map((one, index) => [String(index), one[key]!])) }))
  return (
    <div className={style.screen}>
      <Figures title={t(texts.measures)} of={t(texts.measure)} columns={columns} rows={rows} />
      <Conversions sides={sides} columns={columns} />
    </div>
  )
}

function Conversions({ sides, columns }: { sides: Compared; columns: readonly { key: string; label: string }[] }) {
  const t = useText()
  const language = useLanguage()
  const steps = sides[0]?.funnel.steps ?? []
  if (steps.length === 0) return null
  const shareOf = (index: number, stage: string) => sides[index]?.funnel.steps.find((step) => step.stage.id === stage)?.conversion ?? null
  const rows = steps.map(({ stage }): FigureRow => ({ key: stage.id, name: { text: stage.name }, cells: Object.fromEntries(columns.map(({ key }) => [key, { text: shareText(shareOf(Number(key), stage.id), language) }])) }))
  const categories = steps.map(({ stage }) => ({ key: stage.id, label: stage.name, values: Object.fromEntries(columns.map(({ key }) => [key, (shareOf(Number(key), stage.id) ?? 0) * 100])) }))
  const colors = ['teal', 'violet', 'amber', 'blue', 'green', 'red'] as const
  return (
    <Figures title={t(texts.conversions)} of={t(texts.stage)} columns={columns} rows={rows}>
      <BarChart label={t(texts.conversions)} series={columns.map((column, index) => ({ ...column, color: colors[index]! }))} categories={categories} figure={(value) => shareText(value / 100, language)} />
    </Figures>
  )
}
