import { Button } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react'
import { fullMoment, momentText } from '../records/time.ts'
import { useManner, useText } from '../ui/language.ts'
import { refused, told } from '../ui/notify.tsx'
import { Section } from '../ui/Page.tsx'
import { useAct } from '../ui/useAct.ts'
import { texts } from './texts.ts'
import style from './outgoing.module.css'

export interface QueueState {
  waiting: number
  sending: number
  failed: number
  sentToday: number
  oldestWaiting: string | null
  down: { since: string; nextAt: string; why: string | null; said: string | null } | null
}

export interface Troubled {
  id: string
  to: string
  title: string | null
  state: 'waiting' | 'failed'
  attempts: number
  nextAt: string | null
  why: string | null
  said: string | null
}

type Retry = (ids?: readonly string[]) => Promise<{ again: number }>

/** How it stands with what leaves the house this way; the person may have it tried once more. */
export function Queue({ title, state, troubled, retry }: { title?: string; state: QueueState; troubled: readonly Troubled[]; retry: Retry }) {
  const t = useText()
  const manner = useManner()
  const again = useAct(async (ids?: readonly string[]) => told(t(texts.retried, { count: (await retry(ids)).again })), refused)
  const figures = [
    { label: texts.waiting, value: state.waiting, note: state.oldestWaiting === null ? null : t(texts.oldest, { at: momentText(state.oldestWaiting, manner) }) },
    { label: texts.sending, value: state.sending, note: null },
    { label: texts.failed, value: state.failed, note: null },
    { label: texts.sentToday, value: state.sentToday, note: null },
  ]
  const isCalm = state.waiting + state.sending + state.failed === 0 && state.down === null
  return (
    <Section title={title ?? t(texts.queue)} about={title === undefined ? t(texts.queueAbout) : undefined}>
      {state.down !== null && <Down down={state.down} onRetry={() => void again.run()} busy={again.busy} />}
      <dl className={style.figures}>
        {figures.map(({ label, value, note }) => (
          <div key={label.en} className={style.figure} data-bad={(label === texts.failed && value > 0) || undefined}>
            <dt>{t(label)}</dt>
            <dd>{value.toLocaleString(manner.language)}{note !== null && <span className={style.note}>{note}</span>}</dd>
          </div>
        ))}
      </dl>
      {isCalm && <p className={style.calm}><IconCircleCheck size={16} stroke={1.6} aria-hidden />{t(texts.calm)}</p>}
      {troubled.length > 0 && <TroubledList troubled={troubled} onRetry={again.run} busy={again.busy} />}
    </Section>
  )
}

function Down({ down, onRetry, busy }: { down: NonNullable<QueueState['down']>; onRetry(): void; busy: boolean }) {
  const t = useText()
  const manner = useManner()
  return (
    <div className={style.down} role="status">
      <IconAlertTriangle size={18} stroke={1.6} aria-hidden className={style.downIcon} />
      <div className={style.downBody}>
        <strong>{t(texts.down, { why: down.why ?? '' })}</strong>
        <div>{t(texts.downSince, { since: momentText(down.since, manner), next: momentText(down.nextAt, manner) })}</div>
        {down.said !== null && <Said said={down.said} />}
      </div>
      <Button size="compact-sm" loading={busy} onClick={onRetry}>{t(texts.retryNow)}</Button>
    </div>
  )
}

function Said({ said }: { said: string }) {
  const t = useText()
  return <details className={style.said}><summary>{t(texts.answer)}</summary><code>{said}</code></details>
}

function TroubledList({ troubled, onRetry, busy }: { troubled: readonly Troubled[]; onRetry(ids?: readonly string[]): Promise<void>; busy: boolean }) {
  const t = useText()
  return (
    <div>
      <div className={style.head}>
        <h3 className={style.heading}>{t(texts.troubled)}</h3>
        <Button size="compact-sm" loading={busy} onClick={() => void onRetry()}>{t(texts.retryAll)}</Button>
      </div>
      <ul className={style.list}>{troubled.map((one) => <TroubledItem key={one.id} item={one} onRetry={() => void onRetry([one.id])} />)}</ul>
    </div>
  )
}

function TroubledItem({ item, onRetry }: { item: Troubled; onRetry(): void }) {
  const t = useText()
  const manner = useManner()
  const title = item.title ?? t(texts.noTitle)
  const next = item.state === 'failed' ? t(texts.givenUp) : item.nextAt === null ? t(texts.soon) : t(texts.nextAt, { at: momentText(item.nextAt, manner) })
  return (
    <li className={style.item}>
      <div className={style.itemBody}>
        <div className={style.itemName}>{title}</div>
        <div className={style.about}><span>{item.to}</span><span>{t(texts.attempts, { count: item.attempts })}</span><span title={item.nextAt === null ? undefined : fullMoment(item.nextAt, manner)}>{next}</span></div>
        <div className={item.state === 'failed' ? style.bad : style.warn}>{item.why}</div>
        {item.said !== null && <Said said={item.said} />}
      </div>
      <Button size="compact-sm" onClick={onRetry} aria-label={t(texts.retryOne, { title })}>{t(texts.retry)}</Button>
    </li>
  )
}
