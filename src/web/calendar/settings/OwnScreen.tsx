import { useQuery } from '@tanstack/react-query'
import { Go } from '../../kernel/ui/Go.tsx'
import { RefusedFace, Waiting } from '../../kernel/ui/faces.tsx'
import { useText } from '../../kernel/ui/language.ts'
import { Page, Section } from '../../kernel/ui/Page.tsx'
import { useCalendarNews } from '../useCalendar.ts'
import { sharesQuery, type Shares } from './asking.ts'
import { Feeds } from './Feeds.tsx'
import { OwnHours } from './OwnHours.tsx'
import style from './settings.module.css'
import { levelOf, Sharing } from './Sharing.tsx'
import { texts } from './texts.ts'

export function OwnScreen() {
  const t = useText()
  useCalendarNews()
  const shares = useQuery(sharesQuery)
  return (
    <Page title={t(texts.own)} lead={t(texts.ownLead)}>
      {shares.isError && <RefusedFace error={shares.error} onRetry={() => void shares.refetch()} />}
      {shares.isPending && <Waiting lines={5} />}
      {shares.data && (
        <>
          <Section title={t(texts.given)} about={t(texts.givenAbout)}><Sharing given={shares.data.given} /></Section>
          <Section title={t(texts.received)}><Received received={shares.data.received} /></Section>
        </>
      )}
      <Section title={t(texts.feeds)} about={t(texts.feedsAbout)}><Feeds /></Section>
      <Section title={t(texts.hours)} about={t(texts.hoursAbout)}><OwnHours /></Section>
    </Page>
  )
}

function Received({ received }: Pick<Shares, 'received'>) {
  const t = useText()
  if (received.length === 0) return <p className={style.quiet}>{t(texts.nobodyReceived)}</p>
  return (
    <ul className={style.list}>
      {received.map(({ owner, level }) => (
        <li key={owner.id} className={style.item}>
          <Go className="sd-link" href={`/calendar?people=${owner.id}&others=only`}>{owner.name}</Go>
          <span className={style.quiet}>{t(levelOf(level))}</span>
        </li>
      ))}
    </ul>
  )
}
