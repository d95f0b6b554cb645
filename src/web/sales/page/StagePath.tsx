import { Tooltip } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import type { LinkValue, ObjectView, RecordRow } from '../../../contract/records.ts'
import type { StageShown } from '../../../server/sales/contract.ts'
import { useList } from '../../kernel/api/records.ts'
import { useAskingSave } from '../../kernel/records/form/useAskingSave.tsx'
import { useText } from '../../kernel/ui/language.ts'
import { usePipelines } from '../asking.ts'
import { texts as common } from '../texts.ts'
import { daysIn, type Stay } from './stays.ts'
import style from './page.module.css'
import { texts } from './texts.ts'

/** The stages of the pipeline as steps: where the deal stands, how long it stood in each, and a click to the next. */
export function StagePath({ object, record }: { object: ObjectView; record: RecordRow }) {
  const t = useText()
  const pipeline = usePipelines().data?.find(({ id }) => id === (record['pipeline'] as LinkValue | null)?.id)
  const stays = useList('stageStay', { columns: ['stage', 'since', 'until'], where: `opportunity = '${record.id}'`, order: 'since', limit: 200 }).data?.rows as (Stay & RecordRow)[] | undefined
  const saving = useAskingSave(object, record)
  const steps = useRef<HTMLOListElement>(null)
  const stage = (record['stage'] as LinkValue | null)?.id
  const known = pipeline !== undefined
  // On a narrow screen not all stages are seen: the present one is.
  useEffect(() => {
    const here = steps.current?.querySelector<HTMLElement>('[aria-current]')
    if (here != null) steps.current!.scrollLeft = here.offsetLeft - steps.current!.offsetLeft - 32
  }, [stage, known])
  if (pipeline === undefined) return null
  const at = pipeline.stages.findIndex(({ id }) => id === stage)
  const whyNot = record.can?.change !== true ? t(texts.mayNot) : record['state'] !== 'open' ? t(texts.closed) : undefined
  const go = ({ id, name }: StageShown) => saving.save({ stage: { id, name } }, { title: name })
  return (
    <div className={style.pathFrame}>
      <ol ref={steps} className={style.path} aria-label={t(common.path)}>
        {pipeline.stages.map((stage, index) => (
          <Step key={stage.id} stage={stage} place={index - at} days={daysIn(stage.id, stays ?? [], record['state'] === 'open')} state={String(record['state'])} whyNot={whyNot} busy={saving.busy} onGo={() => go(stage)} />
        ))}
      </ol>
      {saving.refused !== null && <div className={style.refused} role="alert">{saving.refused}</div>}
      {saving.form}
    </div>
  )
}

interface StepProps {
  stage: StageShown
  /** 0: the deal stands here; less: before it. */
  place: number
  days: number | null
  state: string
  whyNot: string | undefined
  busy: boolean
  onGo(): void
}

function Step({ stage, place, days, state, whyNot, busy, onGo }: StepProps) {
  const t = useText()
  const here = place === 0
  const inDays = days === null ? '' : t(texts.days, { count: days })
  const late = here && state === 'open' && days !== null && stage.days !== null && days > stage.days
  const said = here ? t(texts.here, { stage: stage.name, days: inDays }) : days === null ? stage.name : t(texts.passed, { stage: stage.name, days: inDays })
  const label = here ? (stage.days === null ? said : `${said}, ${t(texts.usually, { days: t(texts.days, { count: stage.days }) })}`) : `${said}. ${whyNot ?? t(texts.goTo, { stage: stage.name })}`
  return (
    <li className={style.step} data-place={here ? 'here' : place < 0 ? 'passed' : 'ahead'} data-state={here ? state : undefined} data-late={late || undefined} aria-current={here ? 'step' : undefined}>
      <Tooltip label={label} multiline maw={280}>
        <button type="button" className={style.stepButton} aria-disabled={here || whyNot !== undefined || busy} onClick={here || whyNot !== undefined || busy ? undefined : onGo}>
          {place < 0 && <IconCheck size={13} stroke={2.2} aria-hidden />}
          <span className={style.stepName}>{stage.name}</span>
          {inDays && <>{' '}<span className={style.stepDays}>{inDays}</span></>}
          {/* What is seen comes first, so that whoever says it by voice is understood. */}
          <span className="sd-unseen">{label.slice([stage.name, inDays].filter(Boolean).join(' ').length)}</span>
        </button>
      </Tooltip>
    </li>
  )
}
