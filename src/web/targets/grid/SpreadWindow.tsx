import { Button, Group, NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { propose, type Grid, type Place } from '../../../server/targets/contract.ts'
import { readDecimal } from '../../../fields/decimals.ts'
import { call } from '../../kernel/api/request.ts'
import { useLanguage, useText } from '../../kernel/ui/language.ts'
import { complain, refused, told } from '../../kernel/ui/notify.tsx'
import { useAct } from '../../kernel/ui/useAct.ts'
import { Window } from '../../kernel/ui/Window.tsx'
import { texts } from '../texts.ts'
import style from '../targets.module.css'
import { valueOf, type GridRow } from './cells.ts'

const ways = ['even', 'season', 'lastYear', 'copyTargets', 'copyRealised'] as const
const usualSeason = '5 6 9 10 10 8 6 5 10 12 11 8'

/** The months of a year worked out by the server and put into the table, where they are looked at before they are saved. */
export function SpreadWindow({ grid, rows, active, onApply, onClose }: { grid: Grid; rows: readonly GridRow[]; active: GridRow | undefined; onApply(made: ReadonlyMap<string, GridRow>): void; onClose(): void }) {
  const t = useText()
  const language = useLanguage()
  const [way, setWay] = useState<(typeof ways)[number]>('even')
  const [percent, setPercent] = useState('0')
  const [season, setSeason] = useState(usualSeason)
  const [whole, setWhole] = useState(true)
  const apply = useAct(async () => {
    const chosen = whole || active === undefined ? rows : rows.filter(({ key }) => key === active.key)
    const weights = season.trim().split(/[\s;,]+/).map(Number)
    const more = readDecimal(percent, language)
    if (more === null || (way === 'season' && (weights.length !== 12 || weights.some((weight) => !Number.isInteger(weight) || weight < 0)))) return complain(t(texts.notNumbers, { count: 1 }))
    const answer = await call(propose, { params: { id: grid.plan.id }, body: { way, percent: more, ...(way === 'season' ? { weights } : {}), rows: chosen.map((row) => ({ place: placeOf(row), total: valueOf(row, grid.months) ?? '0' })) } })
    onApply(new Map(answer.rows.map(({ cells }, at) => [chosen[at]!.key, { ...chosen[at]!, values: Object.fromEntries(cells.map(({ month, value }) => [month, value])) }])))
    told(t(texts.applied), { id: 'targets-applied' })
    onClose()
  }, refused)
  return (
    <Window title={t(texts.spread)} onClose={onClose}>
      <div className={style.form}>
        <NativeSelect label={t(texts.way)} value={way} data={ways.map((one) => ({ value: one, label: t(texts[one]) }))} onChange={({ currentTarget }) => setWay(currentTarget.value as typeof way)} />
        {way === 'season' && <TextInput label={t(texts.weights)} value={season} onChange={({ currentTarget }) => setSeason(currentTarget.value)} />}
        <TextInput label={t(texts.percent)} inputMode="decimal" rightSection="%" value={percent} onChange={({ currentTarget }) => setPercent(currentTarget.value)} />
        {active !== undefined && <NativeSelect label={t(texts.rows)} value={whole ? 'all' : 'one'} data={[{ value: 'all', label: t(texts.allRows) }, { value: 'one', label: t(texts.thisRow, { name: (active.place.team ?? active.place.owner)?.name ?? '' }) }]} onChange={({ currentTarget }) => setWhole(currentTarget.value === 'all')} />}
        <Group justify="flex-end"><Button variant="filled" loading={apply.busy} onClick={() => void apply.run()}>{t(texts.apply)}</Button></Group>
      </div>
    </Window>
  )
}

const placeOf = ({ place }: GridRow): Place => Object.fromEntries(Object.entries(place).flatMap(([name, one]) => (one === null ? [] : [[name, one.id]])))
