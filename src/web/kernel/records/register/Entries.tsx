import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { RegisterAnswer, RegisterEntry } from '../../../../contract/register.ts'
import { Face } from '../../../../fields/face.tsx'
import { keys } from '../../api/client.ts'
import { objectOf, useMetadata } from '../../api/metadata.ts'
import { request } from '../../api/request.ts'
import { EmptyFace, RefusedFace, Waiting } from '../../ui/faces.tsx'
import { Go } from '../../ui/Go.tsx'
import { ObjectIcon } from '../../ui/icons.tsx'
import { useManner, useText } from '../../ui/language.ts'
import { toRecord } from '../../ui/links.ts'
import { fullMoment } from '../time.ts'
import { Changes, titleOfVerb } from '../timeline/Changes.tsx'
import { texts as words } from '../timeline/texts.ts'
import { texts } from './texts.ts'
import style from './register.module.css'

interface EntriesProps {
  object: string
  id: string
  onState(at: string): void
  onCompare(from: string): void
}

/** What was done, the newest first; what one person did in one go stands together. */
export function Entries({ object, id, onState, onCompare }: EntriesProps) {
  const t = useText()
  const pages = useInfiniteQuery({
    queryKey: [...keys.history(object, id), 'register'],
    queryFn: ({ signal, pageParam }) => request<RegisterAnswer>('GET', `/api/records/${object}/${id}/register`, { query: { after: pageParam, limit: 200 }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  })
  if (pages.isError) return <RefusedFace error={pages.error} onRetry={() => void pages.refetch()} />
  if (pages.data === undefined) return <Waiting lines={8} />
  const steps = together(pages.data.pages.flatMap((page) => page.entries))
  if (steps.length === 0) return <EmptyFace title={t(texts.empty)} />
  return (
    <>
      <ol className={style.steps}>{steps.map((step) => <Step key={step[0]!.id} entries={step} onState={onState} onCompare={onCompare} />)}</ol>
      {pages.hasNextPage && <Button variant="default" loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>{t(words.earlier)}</Button>}
    </>
  )
}

/** One after another by the same person in the same operation, or in the same moment. */
function together(entries: readonly RegisterEntry[]): RegisterEntry[][] {
  const steps: RegisterEntry[][] = []
  for (const entry of entries) {
    const last = steps.at(-1)?.[0]
    const isSame = last !== undefined && last.by?.id === entry.by?.id && (entry.operation === null ? last.at === entry.at : last.operation === entry.operation)
    if (isSame) steps.at(-1)!.push(entry)
    else steps.push([entry])
  }
  return steps
}

const shownAtFirst = 4

function Step({ entries, onState, onCompare }: { entries: readonly RegisterEntry[] } & Pick<EntriesProps, 'onState' | 'onCompare'>) {
  const t = useText()
  const manner = useManner()
  const [all, setAll] = useState(false)
  const { at, by } = entries[0]!
  const who = by?.name ?? t(words.program)
  return (
    <li className={style.step}>
      <Face name={who} />
      <div className={style.body}>
        <div className={style.stepHead}>
          <strong>{who}</strong>
          <time className={style.quiet} dateTime={at}>{fullMoment(at, manner)}</time>
          {entries.length > 1 && <span className={style.quiet}>{t(texts.steps, { count: entries.length })}</span>}
          <span className={style.acts}>
            <Button size="compact-sm" variant="subtle" onClick={() => onState(at)}>{t(texts.thenState)}</Button>
            <Button size="compact-sm" variant="subtle" onClick={() => onCompare(at)}>{t(texts.sinceThen)}</Button>
          </span>
        </div>
        <ul className={style.entries}>{entries.slice(0, all ? undefined : shownAtFirst).map((entry) => <Entry key={entry.id} entry={entry} />)}</ul>
        {entries.length > shownAtFirst && <Button size="compact-sm" variant="subtle" aria-expanded={all} onClick={() => setAll(!all)}>{all ? t(texts.hideSteps) : t(texts.showSteps)}</Button>}
      </div>
    </li>
  )
}

function Entry({ entry }: { entry: RegisterEntry }) {
  const t = useText()
  const object = objectOf(useMetadata(), entry.object)
  if (object === null) return null
  return (
    <li className={style.entry}>
      <div className={style.what}>
        <ObjectIcon name={object.icon} size={15} />
        <Go className={style.name} href={toRecord(entry.object, entry.record.id)}>{entry.record.name || t(texts.nameless)}</Go>
        <span className={style.quiet}>{t(object.label)} · {titleOfVerb(entry.verb, object, entry.changes, t)}</span>
      </div>
      {entry.verb === 'change' && <Changes object={object} changes={entry.changes} />}
    </li>
  )
}
