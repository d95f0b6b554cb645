import { Button } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { TrashEntry } from '../../../../contract/records.ts'
import { Tag } from '../../../../fields/tag.tsx'
import { objectOf, useMetadata } from '../../api/metadata.ts'
import { putRecord } from '../../api/records.ts'
import { request } from '../../api/request.ts'
import { EmptyFace, RefusedFace, Waiting } from '../../ui/faces.tsx'
import { Go } from '../../ui/Go.tsx'
import { ObjectIcon } from '../../ui/icons.tsx'
import { useManner, useText } from '../../ui/language.ts'
import { toRecord } from '../../ui/links.ts'
import { refused, told } from '../../ui/notify.tsx'
import { momentText } from '../time.ts'
import { texts } from './texts.ts'
import style from './trash.module.css'

interface Page {
  entries: TrashEntry[]
  next: string | null
}

/** What was thrown away last, of all kinds, with the way back. */
export function TrashScreen() {
  const t = useText()
  const [kind, setKind] = useState<string | null>(null)
  const pages = useInfiniteQuery({
    queryKey: ['records', 'trash', kind ?? ''],
    queryFn: ({ signal, pageParam }) => request<Page>('GET', '/api/trash', { query: { objects: kind, after: pageParam, limit: 50 }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  })
  const entries = pages.data?.pages.flatMap((page) => page.entries) ?? []
  return (
    <div className={style.screen}>
      <h1 className={style.title}>{t(texts.trash)}</h1>
      <p className={style.quiet}>{t(texts.explained)}</p>
      <Kinds kind={kind} onKind={setKind} />
      {pages.isError ? <RefusedFace error={pages.error} onRetry={() => void pages.refetch()} />
        : pages.data === undefined ? <Waiting lines={8} />
          : entries.length === 0 ? <EmptyFace icon={<IconTrash stroke={1.5} aria-hidden />} title={t(texts.empty)} />
            : <Entries entries={entries} />}
      {pages.hasNextPage && <Button loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>{t(texts.more)}</Button>}
    </div>
  )
}

function Kinds({ kind, onKind }: { kind: string | null; onKind(kind: string | null): void }) {
  const t = useText()
  const objects = useMetadata().objects.filter((object) => object.can.delete && object.navigation !== undefined)
  if (objects.length < 2) return null
  return (
    <div className={style.kinds} role="group" aria-label={t(texts.kinds)}>
      <Button size="compact-sm" variant={kind === null ? 'light' : 'default'} aria-pressed={kind === null} onClick={() => onKind(null)}>{t(texts.everything)}</Button>
      {objects.map((object) => <Button key={object.name} size="compact-sm" variant={kind === object.name ? 'light' : 'default'} aria-pressed={kind === object.name} onClick={() => onKind(object.name)}>{t(object.plural)}</Button>)}
    </div>
  )
}

function Entries({ entries }: { entries: readonly TrashEntry[] }) {
  const t = useText()
  return (
    <table className={style.table}>
      <thead>
        <tr>
          <th scope="col">{t(texts.what)}</th>
          <th scope="col">{t(texts.deleted)}</th>
          <th scope="col">{t(texts.purged)}</th>
          <th scope="col"><span className="sd-unseen">{t(texts.restore)}</span></th>
        </tr>
      </thead>
      <tbody>{entries.map((entry) => <EntryRow key={entry.id} entry={entry} />)}</tbody>
    </table>
  )
}

function EntryRow({ entry }: { entry: TrashEntry }) {
  const t = useText()
  const manner = useManner()
  const metadata = useMetadata()
  const object = objectOf(metadata, entry.object)
  const name = entry.name || t(texts.nameless)
  const [busy, setBusy] = useState(false)
  const restore = () => {
    setBusy(true)
    void putRecord(entry.object, entry.id, 'restore').then(() => told(t(texts.restored, { name })), refused).finally(() => setBusy(false))
  }
  return (
    <tr>
      <td>
        <span className={style.what}>
          <ObjectIcon name={object?.icon ?? 'list'} size={16} />
          <Go className={style.name} href={toRecord(entry.object, entry.id)}>{name}</Go>
          {object && <span className={style.quiet}>{t(object.label)}</span>}
          {entry.mergedInto && <Tag>{t(texts.mergedInto)}</Tag>}
        </span>
      </td>
      <td className={style.quiet}>{[momentText(entry.deletedAt, manner), entry.deletedBy?.name].filter(Boolean).join(', ')}</td>
      <td className={style.quiet}>{momentText(`${entry.purgedOn}T12:00:00Z`, manner).split(',')[0]}</td>
      <td className={style.act}><Button size="compact-sm" loading={busy} aria-label={t(texts.restoreOne, { name })} onClick={restore}>{t(texts.restore)}</Button></td>
    </tr>
  )
}
