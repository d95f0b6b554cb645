import { useQuery } from '@tanstack/react-query'
import type { DeliveryShown } from '../../../server/notices/contract.ts'
import { momentText } from '../../kernel/records/time.ts'
import { RefusedFace, Waiting } from '../../kernel/ui/faces.tsx'
import { useManner, useText } from '../../kernel/ui/language.ts'
import { deliveriesQuery } from './api.ts'
import { texts } from './texts.ts'
import style from '../notices.module.css'

/** What went out lately, what did not, and why. */
export function Deliveries() {
  const t = useText()
  const sent = useQuery(deliveriesQuery)
  if (sent.isError) return <RefusedFace error={sent.error} onRetry={() => void sent.refetch()} />
  if (sent.isPending) return <Waiting lines={4} />
  if (sent.data.deliveries.length === 0) return <p className={style.note}>{t(texts.noneSent)}</p>
  return <ul className={style.devices}>{sent.data.deliveries.slice(0, 20).map((delivery) => <DeliveryLine key={delivery.id} delivery={delivery} />)}</ul>
}

function DeliveryLine({ delivery: { title, way, state, reason, dueAt, sentAt } }: { delivery: DeliveryShown }) {
  const t = useText()
  const manner = useManner()
  const words = {
    waiting: t(texts.waiting, { when: momentText(dueAt, manner) }), sending: t(texts.sending), failed: t(texts.failed), skipped: t(texts.skipped),
    sent: sentAt === null ? t(texts.goneSometime) : t(texts.gone, { when: momentText(sentAt, manner) }),
  }
  return (
    <li className={style.device}>
      <div>
        <div className={style.deviceName}>{title}</div>
        <div className={style.note}>{t(texts[way])} · <span className={style.state} data-state={state}>{words[state]}</span>{reason !== null && ` · ${reason}`}</div>
      </div>
    </li>
  )
}
