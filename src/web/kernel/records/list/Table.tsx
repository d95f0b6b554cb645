import { Button } from '@mantine/core'
import { useEffect } from 'react'
import { RefusedFace } from '../../ui/faces.tsx'
import { useText } from '../../ui/language.ts'
import { groupPath } from './groups.ts'
import { Grid } from './Grid.tsx'
import { Cards } from './Cards.tsx'
import { EmptyList } from './EmptyList.tsx'
import { useFlatLines, useGroupedLines, type Lines } from './lines.ts'
import type { Selection } from './selection.ts'
import { TableSkeleton } from './TableSkeleton.tsx'
import { texts } from './texts.ts'
import type { ListOf } from './useList.ts'
import style from './list.module.css'

export interface Chosen {
  selection: Selection
  setSelection(selection: Selection): void
}
export interface TableProps extends Chosen {
  list: ListOf
  phone: boolean
}

/** The four faces of the list: waiting, empty, refused, full. */
export function Table(props: TableProps) {
  const { by } = props.list.shown
  return by === '' ? <FlatTable {...props} /> : <GroupedTable {...props} by={groupPath(props.list.object, by)} />
}

function FlatTable(props: TableProps) {
  const t = useText()
  const lines = useFlatLines(props.list)
  const [rows] = lines.windows
  const face = rows!.face()
  useEffect(() => {
    if (face === 'waiting') rows!.reach(0, 0)
  }, [face, rows])
  if (face === 'refused') return <RefusedFace error={rows!.error()} onRetry={() => void rows!.renew()} />
  if (face === 'waiting') return <TableSkeleton list={props.list} phone={props.phone} />
  if (rows!.size() === 0 && rows!.ended()) return <EmptyList list={props.list} />
  return (
    <>
      {rows!.isOld() && (
        <div className={style.newer} role="status">
          {t(texts.newer)}
          <Button size="compact-sm" variant="subtle" onClick={() => void rows!.renew()}>
            {t(texts.reload)}
          </Button>
        </div>
      )}
      <FullTable {...props} lines={lines} />
    </>
  )
}

function GroupedTable({ by, ...props }: TableProps & { by: string }) {
  const lines = useGroupedLines(props.list, by)
  if (lines.groups.isError) return <RefusedFace error={lines.groups.error} onRetry={() => void lines.groups.refetch()} />
  if (lines.groups.data === undefined) return <TableSkeleton list={props.list} phone={props.phone} />
  if (lines.length === 0) return <EmptyList list={props.list} />
  return <FullTable {...props} lines={lines} by={by} />
}

function FullTable({ phone, ...rest }: TableProps & { lines: Lines; by?: string }) {
  return phone ? <Cards {...rest} /> : <Grid {...rest} />
}
