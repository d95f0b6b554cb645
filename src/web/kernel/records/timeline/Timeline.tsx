import { Button, Loader } from '@mantine/core'
import { useDebouncedValue, useIntersection } from '@mantine/hooks'
import { useEffect, useEffectEvent, useState } from 'react'
import type { TimelineEntry } from '../../../../contract/records.ts'
import { EmptyFace, RefusedFace, Waiting } from '../../ui/faces.tsx'
import { useManner, useText } from '../../ui/language.ts'
import { monthName, periodOf, type Period } from '../time.ts'
import { Filters } from './Filters.tsx'
import { useHasBelow, useOffered } from './offered.ts'
import { TimelineItem } from './TimelineItem.tsx'
import { texts } from './texts.ts'
import { useTimeline, type TimelineFilter } from './useTimeline.ts'
import style from './timeline.module.css'

/** Everything that happened on a record and will: planned first, then the newest; more as one scrolls. */
export function Timeline({ object, id }: { object: string; id: string }) {
  const t = useText()
  const [filter, setFilter] = useState<TimelineFilter>({})
  const hasBelow = useHasBelow(object, id)
  const [text] = useDebouncedValue(filter.text, 250)
  const { below, ...narrowing } = filter
  const pages = useTimeline(object, id, { ...filter, text })
  const entries = pages.data?.pages.flatMap((page) => page.entries) ?? []
  const offered = useOffered(entries)
  const filtered = Object.values(narrowing).some((value) => value !== undefined)
  return (
    <section className={style.timeline} aria-label={t(texts.timeline)}>
      <Filters filter={filter} offered={offered} hasBelow={hasBelow} onFilter={(change) => setFilter({ ...filter, ...change })} />
      {pages.isError ? <RefusedFace error={pages.error} onRetry={() => void pages.refetch()} />
        : pages.data === undefined ? <Waiting lines={7} />
          : entries.length === 0 ? <NothingHere filtered={filtered} onAll={() => setFilter({ below })} />
            : <Periods entries={entries} on={{ object, id }} />}
      <Further more={pages.hasNextPage} busy={pages.isFetchingNextPage} onMore={() => void pages.fetchNextPage()} />
    </section>
  )
}

function NothingHere({ filtered, onAll }: { filtered: boolean; onAll(): void }) {
  const t = useText()
  if (filtered) return <EmptyFace title={t(texts.nothingMatches)} action={<Button onClick={onAll}>{t(texts.showAll)}</Button>} />
  return <EmptyFace title={t(texts.empty)}>{t(texts.emptyText)}</EmptyFace>
}

function Periods({ entries, on }: { entries: readonly TimelineEntry[]; on: { object: string; id: string } }) {
  const t = useText()
  const manner = useManner()
  const periods: { period: Period; entries: TimelineEntry[] }[] = []
  for (const entry of entries) {
    const period = periodOf(entry.at, entry.planned === true, manner)
    const last = periods.at(-1)
    if (last?.period === period) last.entries.push(entry)
    else periods.push({ period, entries: [entry] })
  }
  const title = (period: Period) => (period in texts ? t(texts[period as 'today']) : monthName(period, manner))
  return periods.map(({ period, entries }, index) => (
    <section key={`${period}-${index}`}>
      <h3 className={style.period}>{title(period)}</h3>
      <ol className={style.list}>{entries.map((entry) => <TimelineItem key={`${entry.kind}-${entry.id}`} entry={entry} on={on} />)}</ol>
    </section>
  ))
}

/** Asks for the next page when the end comes into sight; a button for whoever does not scroll. */
function Further({ more, busy, onMore }: { more: boolean; busy: boolean; onMore(): void }) {
  const t = useText()
  const { ref, entry } = useIntersection<HTMLDivElement>({ rootMargin: '400px' })
  const seen = entry?.isIntersecting === true
  const ask = useEffectEvent(onMore)
  useEffect(() => {
    if (seen && more && !busy) ask()
  }, [seen, more, busy])
  if (!more) return null
  return (
    <div ref={ref}>
      {busy ? <Loader size="sm" role="status" aria-label={t(texts.loading)} /> : <Button variant="subtle" onClick={onMore}>{t(texts.earlier)}</Button>}
    </div>
  )
}
