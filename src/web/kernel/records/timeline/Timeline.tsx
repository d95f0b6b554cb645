import { Button, CloseButton, Loader, TextInput } from '@mantine/core'
import { useDebouncedValue, useIntersection } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { skipToken, useQuery } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import type { TimelineEntry } from '../../../../contract/records.ts'
import { useMetadata, objectOf } from '../../api/metadata.ts'
import { EmptyFace, RefusedFace, Waiting } from '../../ui/faces.tsx'
import { useManner, useText } from '../../ui/language.ts'
import { common } from '../../ui/texts.ts'
import { treeKey } from '../treeKey.ts'
import { monthName, periodOf, type Period } from '../time.ts'
import { TimelineItem } from './TimelineItem.tsx'
import { texts } from './texts.ts'
import { useTimeline } from './useTimeline.ts'
import style from './timeline.module.css'

/** Everything that happened on a record and will: planned first, then the newest; more as one scrolls. */
export function Timeline({ object, id }: { object: string; id: string }) {
  const t = useText()
  const [kinds, setKinds] = useState<readonly string[]>([])
  const [text, setText] = useState('')
  const [below, setBelow] = useState(false)
  const hasBelow = useHasBelow(object, id)
  const [sought] = useDebouncedValue(text.trim(), 250)
  const pages = useTimeline(object, id, { kinds: kinds.length > 0 ? kinds : undefined, text: sought || undefined, below: below || undefined })
  const entries = pages.data?.pages.flatMap((page) => page.entries) ?? []
  const offered = useKinds(entries)
  const filtered = kinds.length > 0 || sought !== ''
  const all = () => {
    setKinds([])
    setText('')
  }
  return (
    <section className={style.timeline} aria-label={t(texts.timeline)}>
      <Filters kinds={kinds} offered={offered} onKinds={setKinds} text={text} onText={setText} below={hasBelow ? below : undefined} onBelow={setBelow} />
      {pages.isError ? <RefusedFace error={pages.error} onRetry={() => void pages.refetch()} />
        : pages.data === undefined ? <Waiting lines={7} />
          : entries.length === 0 ? <NothingHere filtered={filtered} onAll={all} />
            : <Periods entries={entries} on={{ object, id }} />}
      <Further more={pages.hasNextPage} busy={pages.isFetchingNextPage} onMore={() => void pages.fetchNextPage()} />
    </section>
  )
}

/** Kinds offered by the filter: all that have been seen on this record, also while the filter hides them. */
function useKinds(entries: readonly TimelineEntry[]): string[] {
  const seen = useRef(new Set<string>())
  for (const entry of entries) seen.current.add(entry.kind)
  return [...seen.current]
}

interface FiltersProps {
  kinds: readonly string[]
  offered: readonly string[]
  onKinds(kinds: readonly string[]): void
  text: string
  onText(text: string): void
  /** Undefined: there is nothing below this record. */
  below?: boolean
  onBelow(below: boolean): void
}

/** Known once the tree has come. */
function useHasBelow(object: string, id: string): boolean {
  const tree = useQuery<{ nodes: { parent: string | null }[] }>({ queryKey: treeKey(object, id), queryFn: skipToken }).data
  return tree?.nodes.some((node) => node.parent === id) === true
}

function Filters({ kinds, offered, onKinds, text, onText, below, onBelow }: FiltersProps) {
  const t = useText()
  const metadata = useMetadata()
  const named = (kind: string) => {
    const object = objectOf(metadata, kind)
    return kind === 'change' ? t(texts.changes) : object ? t(object.plural) : kind
  }
  const toggle = (kind: string) => onKinds(kinds.includes(kind) ? kinds.filter((one) => one !== kind) : [...kinds, kind])
  return (
    <div className={style.filters}>
      {offered.length > 1 && (
        <div className={style.kinds} role="group" aria-label={t(texts.kinds)}>
          <button type="button" className={style.kind} aria-pressed={kinds.length === 0} onClick={() => onKinds([])}>{t(texts.everything)}</button>
          {offered.map((kind) => <button key={kind} type="button" className={style.kind} aria-pressed={kinds.includes(kind)} onClick={() => toggle(kind)}>{named(kind)}</button>)}
        </div>
      )}
      {below !== undefined && <button type="button" className={style.kind} aria-pressed={below} onClick={() => onBelow(!below)}>{t(texts.withBelow)}</button>}
      <TextInput
        className={style.search}
        size="xs"
        aria-label={t(texts.searchHere)}
        placeholder={t(texts.searchHere)}
        leftSection={<IconSearch className={style.markIcon} />}
        rightSection={text !== '' && <CloseButton size="xs" aria-label={t(common.clear)} onClick={() => onText('')} />}
        value={text}
        onChange={(event) => onText(event.currentTarget.value)}
      />
    </div>
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
