import { Button, Drawer } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { HistoryEntry, ObjectView } from '../../../../contract/records.ts'
import { Face } from '../../../../fields/face.tsx'
import { keys } from '../../api/client.ts'
import { fieldOf, useObject } from '../../api/metadata.ts'
import { undoRecord } from '../../api/records.ts'
import { request } from '../../api/request.ts'
import { EmptyFace, RefusedFace, Waiting } from '../../ui/faces.tsx'
import { useManner, useText } from '../../ui/language.ts'
import { refused, told } from '../../ui/notify.tsx'
import { common } from '../../ui/texts.ts'
import { fullMoment } from '../time.ts'
import { Changes, titleOfVerb } from '../timeline/Changes.tsx'
import { texts } from '../timeline/texts.ts'
import style from '../timeline/timeline.module.css'

interface Page {
  entries: HistoryEntry[]
  next?: string | null
}

/** Every change of a record, or of one of its fields, each with who and when and a way back. */
export function HistoryDrawer({ object: name, id, field, onClose }: { object: string; id: string; field?: string; onClose(): void }) {
  const t = useText()
  const object = useObject(name)
  const shape = object && field ? fieldOf(object, field) : null
  return (
    <Drawer opened padding="lg" closeButtonProps={{ 'aria-label': t(common.close) }} onClose={onClose} position="right" title={<span className={style.drawerTitle}>{shape ? t(texts.historyOf, { field: t(shape.label) }) : t(texts.history)}</span>}>
      {object === null ? <RefusedFace error={null} /> : <Entries object={object} id={id} field={field} />}
    </Drawer>
  )
}

function Entries({ object, id, field }: { object: ObjectView; id: string; field?: string }) {
  const t = useText()
  const pages = useInfiniteQuery({
    queryKey: [...keys.history(object.name, id), field ?? ''],
    queryFn: ({ signal, pageParam }) => request<Page>('GET', `/api/records/${object.name}/${id}/history`, { query: { field, after: pageParam, limit: 50 }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  })
  if (pages.isError) return <RefusedFace error={pages.error} onRetry={() => void pages.refetch()} />
  if (pages.data === undefined) return <Waiting lines={6} />
  const entries = pages.data.pages.flatMap((page) => page.entries).filter((entry) => field === undefined || field in entry.changes)
  if (entries.length === 0) return <EmptyFace title={t(texts.noChanges)} />
  return (
    <>
      <ol className={style.entries}>{entries.map((entry) => <Entry key={entry.id} object={object} entry={entry} field={field} />)}</ol>
      {pages.hasNextPage && <Button fullWidth onClick={() => void pages.fetchNextPage()} loading={pages.isFetchingNextPage}>{t(texts.earlier)}</Button>}
    </>
  )
}

function Entry({ object, entry, field }: { object: ObjectView; entry: HistoryEntry; field?: string }) {
  const t = useText()
  const manner = useManner()
  const shown = field === undefined ? entry.changes : { [field]: entry.changes[field]! }
  const who = entry.by?.name ?? t(texts.program)
  const [whyNot, setWhyNot] = useState<string>()
  const undo = async () => {
    try {
      const { undone, conflicts } = await undoRecord({ history: entry.id })
      if (undone > 0) told(t(common.undone))
      const fields = conflicts.map((one) => one.field && fieldOf(object, one.field)).filter((one) => one !== null && one !== '').map((one) => t(one.label))
      if (conflicts.length > 0) setWhyNot(fields.length > 0 ? t(texts.notUndoneFields, { fields: [...new Set(fields)].join(', ') }) : t(texts.notUndone))
    } catch (error) {
      refused(error)
    }
  }
  return (
    <li className={style.past}>
      <Face name={who} />
      <div className={style.pastBody}>
        <div className={style.pastHead}>
          <strong>{titleOfVerb(entry.verb, object, shown, t)}</strong>
          <span className={style.quiet}>{who}, <time dateTime={entry.at}>{fullMoment(entry.at, manner)}</time></span>
        </div>
        <Changes object={object} changes={shown} />
        {entry.verb === 'change' && object.can.change && <Button size="compact-sm" variant="subtle" onClick={() => void undo()}>{t(texts.undo)}</Button>}
        {whyNot && <div className={style.refused} role="alert">{whyNot}</div>}
      </div>
    </li>
  )
}
