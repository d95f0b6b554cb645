import { useManner, useText } from '../../kernel/ui/language.ts'
import { usePipelines, type FunnelAsked } from '../asking.ts'
import { One, PipelineChoice } from '../Controls.tsx'
import { periodKeys, spanOf, type PeriodKey } from '../periods.ts'
import type { Place } from '../place.ts'
import { texts } from './texts.ts'

export type Chosen = Place<'pipeline' | 'period' | 'basis' | 'by' | 'what' | 'first' | 'second'>

export const periodOf = (key: string | undefined): PeriodKey => periodKeys.find((one) => one === key) ?? 'last12'

/** The pipeline the address names; else the first one, for only within one do stages mean something. */
export function usePipelineOf({ pipeline }: Chosen): string | undefined {
  const all = usePipelines().data
  return pipeline === 'all' ? undefined : (pipeline ?? all?.[0]?.id)
}

/** What is asked of the server by what is chosen here. */
export function useAsked(chosen: Chosen): FunnelAsked {
  const { today } = useManner()
  const pipeline = usePipelineOf(chosen)
  return { ...(pipeline === undefined ? {} : { pipeline }), ...spanOf(periodOf(chosen.period), today), basis: chosen.basis === 'closed' ? 'closed' : 'created' }
}

export function Selection({ chosen, move, periodToo = true }: { chosen: Chosen; move(change: Chosen): void; periodToo?: boolean }) {
  const t = useText()
  const pipeline = usePipelineOf(chosen)
  return (
    <>
      <PipelineChoice value={pipeline} onChange={(next) => move({ pipeline: next ?? 'all' })} />
      {periodToo && <One label={t(texts.period)} data={periodKeys.map((value) => ({ value, label: t(texts[value]) }))} value={periodOf(chosen.period)} onChange={(period) => move({ period })} />}
      <One label={t(texts.basis)} width={200} data={[{ value: 'created', label: t(texts.created) }, { value: 'closed', label: t(texts.closed) }]} value={chosen.basis === 'closed' ? 'closed' : 'created'} onChange={(basis) => move({ basis })} />
    </>
  )
}
