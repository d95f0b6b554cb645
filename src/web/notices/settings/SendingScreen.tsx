import { useQuery } from '@tanstack/react-query'
import { showNumber } from '../../../fields/phone/numbers.ts'
import { readState as readMail, retry as retryMail } from '../../../server/mail/contract.ts'
import { readPushState, retryPush } from '../../../server/notices/contract.ts'
import { readState as readSms, retry as retrySms } from '../../../server/sms/contract.ts'
import { queries } from '../../kernel/api/client.ts'
import { call } from '../../kernel/api/request.ts'
import { Queue, type QueueState, type Troubled } from '../../kernel/outgoing/Queue.tsx'
import { RefusedFace, Waiting } from '../../kernel/ui/faces.tsx'
import { useText } from '../../kernel/ui/language.ts'
import { Page } from '../../kernel/ui/Page.tsx'
import { titles } from '../titles.ts'
import { texts } from './texts.ts'

interface Stand {
  queue: QueueState
  troubled: readonly Troubled[]
}

interface WayOut {
  key: 'mail' | 'sms' | 'push'
  read(signal: AbortSignal): Promise<Stand>
  retry(body: { ids?: string[] }): Promise<{ again: number }>
}

const ways: readonly WayOut[] = [
  {
    key: 'mail', retry: (body) => call(retryMail, { body }),
    async read(signal) {
      const { troubled, ...queue } = await call(readMail, {}, signal)
      return { queue, troubled: troubled.map((one) => ({ ...one, to: one.to.join(', ') })) }
    },
  },
  {
    key: 'sms', retry: (body) => call(retrySms, { body }),
    async read(signal) {
      const { troubled, queue } = await call(readSms, {}, signal)
      return { queue, troubled: troubled.map((one) => ({ ...one, to: one.to === null ? '' : showNumber(one.to) })) }
    },
  },
  { key: 'push', retry: (body) => call(retryPush, { body }), read: (signal) => call(readPushState, {}, signal) },
]

/** All that leaves the house, by whichever way: what waits, what failed and why, and once more. */
export function SendingScreen() {
  const t = useText()
  return <Page title={t(titles.sending)} lead={t(texts.sendingLead)}>{ways.map((way) => <WayQueue key={way.key} way={way} />)}</Page>
}

function WayQueue({ way }: { way: WayOut }) {
  const t = useText()
  const queryKey = ['sending', way.key]
  const stand = useQuery({ queryKey, queryFn: ({ signal }) => way.read(signal), refetchInterval: 5_000 })
  const again = async (ids?: readonly string[]) => {
    const answer = await way.retry(ids === undefined ? {} : { ids: [...ids] })
    await queries.invalidateQueries({ queryKey })
    return answer
  }
  if (stand.isError) return <RefusedFace error={stand.error} onRetry={() => void stand.refetch()} />
  if (stand.data === undefined) return <Waiting lines={4} />
  return <Queue title={t(texts[way.key])} state={stand.data.queue} troubled={stand.data.troubled} retry={again} />
}
