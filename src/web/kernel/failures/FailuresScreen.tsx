import { Button } from '@mantine/core'
import { IconChecks } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { queries } from '../api/client.ts'
import { objectOf, useMetadata } from '../api/metadata.ts'
import { request } from '../api/request.ts'
import { momentText } from '../records/time.ts'
import { EmptyFace, RefusedFace, Waiting } from '../ui/faces.tsx'
import { Go } from '../ui/Go.tsx'
import { useManner, useText } from '../ui/language.ts'
import { toRecord } from '../ui/links.ts'
import { refused, told } from '../ui/notify.tsx'
import { useTitle } from '../ui/title.ts'
import { useAct } from '../ui/useAct.ts'
import { texts } from './texts.ts'
import style from './failures.module.css'

interface Failure {
  reaction: string
  position: number
  object: string
  record: { id: string; name: string | null }
  attempts: number
  error: string
  firstAt: string
  /** null: given up. */
  nextAt: string | null
}

const key = ['failures']

/** What failed where nobody was waiting for it: of which record, why, how often tried, and once more. */
export function FailuresScreen() {
  const t = useText()
  const failures = useQuery({
    queryKey: key, refetchInterval: 5_000,
    queryFn: async ({ signal }) => (await request<{ failures: Failure[] }>('GET', '/api/failures', { signal })).failures,
  })
  useTitle(t(texts.failures))
  return (
    <div className={style.screen}>
      <h1 className={style.title}>{t(texts.failures)}</h1>
      <p className={style.quiet}>{t(texts.explained)}</p>
      {failures.isError ? <RefusedFace error={failures.error} onRetry={() => void failures.refetch()} />
        : failures.data === undefined ? <Waiting lines={6} />
          : failures.data.length === 0 ? <EmptyFace icon={<IconChecks stroke={1.5} aria-hidden />} title={t(texts.empty)}>{t(texts.emptyText)}</EmptyFace>
            : <Failures failures={failures.data} />}
    </div>
  )
}

function Failures({ failures }: { failures: readonly Failure[] }) {
  const t = useText()
  return (
    <table className={style.table}>
      <thead>
        <tr>
          {[texts.task, texts.record, texts.reason, texts.tried].map((head) => <th key={head.en} scope="col">{t(head)}</th>)}
          <th scope="col"><span className="sd-unseen">{t(texts.acts)}</span></th>
        </tr>
      </thead>
      <tbody>{failures.map((failure) => <FailureRow key={`${failure.reaction} ${failure.position}`} failure={failure} />)}</tbody>
    </table>
  )
}

function FailureRow({ failure: { reaction, position, object: name, record, attempts, error, firstAt, nextAt } }: { failure: Failure }) {
  const t = useText()
  const manner = useManner()
  const object = objectOf(useMetadata(), name)
  const [reason = '', ...trace] = error.split('\n')
  const retry = useAct(async () => {
    await request('POST', '/api/failures/retry', { body: { reaction, position } })
    told(t(texts.retried))
    await queries.invalidateQueries({ queryKey: key })
  }, refused)
  return (
    <tr>
      <td className={style.task}>{reaction}</td>
      <td>
        {record.name === null ? <span className={style.quiet}>{object === null ? name : t(object.label)}</span> : <Go className={style.link} href={toRecord(name, record.id)}>{record.name}</Go>}
      </td>
      <td className={style.reason}>
        {reason}
        {trace.length > 0 && <details className={style.details}><summary>{t(texts.whole)}</summary><pre className={style.whole}>{trace.join('\n')}</pre></details>}
      </td>
      <td>
        <div>{t(texts.attempts, { count: attempts, at: momentText(firstAt, manner) })}</div>
        <div className={nextAt === null ? style.givenUp : style.quiet}>{nextAt === null ? t(texts.givenUp) : t(texts.next, { at: momentText(nextAt, manner) })}</div>
      </td>
      <td className={style.act}><Button size="compact-sm" loading={retry.busy} onClick={() => void retry.run()}>{t(texts.retry)}</Button></td>
    </tr>
  )
}
