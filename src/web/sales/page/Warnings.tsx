import { Button } from '@mantine/core'
import { IconAlertTriangle, IconHourglassHigh } from '@tabler/icons-react'
import type { LinkValue, ObjectView, RecordRow } from '../../../contract/records.ts'
import { useObject } from '../../kernel/api/metadata.ts'
import { createNew } from '../../kernel/shell/create.ts'
import { useText } from '../../kernel/ui/language.ts'
import { usePipelines } from '../asking.ts'
import style from './page.module.css'
import { daysIn } from './stays.ts'
import { texts } from './texts.ts'

const linkOf = (value: unknown): LinkValue | null => (value as LinkValue | null) ?? null

/** What a deal lacks to go on: it stands for too long, nothing is to be done next. */
export function Warnings({ record }: { object: ObjectView; record: RecordRow }) {
  const t = useText()
  const activity = useObject('activity')
  const pipeline = usePipelines().data?.find(({ id }) => id === linkOf(record['pipeline'])?.id)
  const stage = pipeline?.stages.find(({ id }) => id === linkOf(record['stage'])?.id)
  const noStep = record['nextActivity'] === null && (pipeline?.nextStepRequired ?? false)
  const stalled = record['rotting'] === true && stage?.days !== null && stage !== undefined
  if (!noStep && !stalled) return null
  const since = daysIn(stage?.id ?? '', [{ stage: linkOf(record['stage']), since: String(record['stageSince']), until: null }], true) ?? 0
  const days = (count: number) => t(texts.days, { count })
  const plan = () => void createNew('activity', { type: 'task', title: t(texts.followUp), opportunity: { id: record.id, name: String(record['name']) }, company: record['company'], owner: record['owner'] })
  return (
    <div className={style.banner} role="status" data-tone={noStep ? 'red' : 'amber'}>
      {stalled ? <IconHourglassHigh size={17} aria-hidden /> : <IconAlertTriangle size={17} aria-hidden />}
      <span className={style.said}>
        {stalled && t(texts.stalled, { stage: stage.name, days: days(since), usual: days(stage.days!) })} {noStep && t(stalled ? texts.noStepStalled : texts.noStep)}
      </span>
      {activity?.can.create === true && <Button size="compact-md" onClick={plan}>{t(texts.plan)}</Button>}
    </div>
  )
}
