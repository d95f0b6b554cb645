import { Alert, Button } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import type { Alternative, Findings as Found } from '../../server/resources/contract.ts'
import { useManner, useText } from '../kernel/ui/language.ts'
import { spanText } from './moments.ts'
import style from './resources.module.css'
import { texts } from './texts.ts'

interface FindingsProps {
  found: Found
  onTake(other: Alternative): void
  onMove(span: { start: string; end: string }): void
}

/** Is it free then? If not: who has it, what else is free, when this one is; each a press away. */
export function Findings({ found: { conflicts, alternatives, nextFree }, onTake, onMove }: FindingsProps) {
  const t = useText()
  const manner = useManner()
  if (conflicts.length === 0) return <p className={style.free} role="status"><IconCheck size={15} aria-hidden />{t(texts.isFree)}</p>
  return (
    <Alert color="amber" role="status" title={t(texts.notFree)}>
      <ul className={style.plain}>{conflicts.map(({ start, sentence }) => <li key={start + sentence} className={style.sentence}>{sentence}</li>)}</ul>
      {alternatives.length > 0 && (
        <div className={style.offers} role="group" aria-label={t(texts.instead)}>
          <span className={style.offersOf}>{t(texts.instead)}</span>
          {alternatives.map((other) => <Button key={other.id} size="compact-sm" aria-label={t(texts.take, { name: other.name })} onClick={() => onTake(other)}>{nameWithSeats(other, t)}</Button>)}
        </div>
      )}
      {nextFree && (
        <div className={style.offers} role="group" aria-label={t(texts.orThen)}>
          <span className={style.offersOf}>{t(texts.orThen)}</span>
          <Button size="compact-sm" aria-label={t(texts.takeThen, { when: spanText(nextFree, manner) })} onClick={() => onMove(nextFree)}>{spanText(nextFree, manner)}</Button>
        </div>
      )}
    </Alert>
  )
}

const nameWithSeats = ({ name, seats }: Alternative, t: ReturnType<typeof useText>): string => (seats === null ? name : `${name} · ${t(texts.seats, { count: seats })}`)
