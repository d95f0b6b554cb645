import { useMemo, useState, useSyncExternalStore } from 'react'
import type { RecordRow } from '../../../../contract/records.ts'
import { useGroups, type Group, type ListRequest } from '../../api/records.ts'
import { groupWhere, inOrder } from './groups.ts'
import type { ListOf } from './useList.ts'
import { useRowWindow, windowOf } from './useRowWindow.ts'
import type { RowWindow } from './window.ts'

/** What stands on one line of the list. A row that is not fetched yet has its place already. */
export type Line = { kind: 'row'; row: RecordRow | undefined; rows: RowWindow } | { kind: 'group'; group: Group; key: string; open: boolean } | { kind: 'wait' }

export interface Lines {
  length: number
  at(index: number): Line
  reach(from: number, to: number): void
  /** Rows of the list, for changing and finding one. */
  windows: readonly RowWindow[]
  toggle(key: string): void
}

export function useFlatLines(list: ListOf): Lines {
  const rows = useRowWindow(list.object.name, list.request)
  return useMemo(
    () => ({
      get length() {
        return rows.size() + (rows.ended() || rows.face() !== 'ready' ? 0 : 8)
      },
      at: (index: number): Line => (index < rows.size() ? { kind: 'row', row: rows.row(index), rows } : { kind: 'wait' }),
      reach: (from: number, to: number) => rows.reach(from, to),
      windows: [rows],
      toggle: () => undefined,
    }),
    [rows],
  )
}

export interface GroupedLines extends Lines {
  groups: ReturnType<typeof useGroups>
}

/** Groups with their counts and sums first; the rows of a group are asked for when it is opened. */
export function useGroupedLines(list: ListOf, by: string): GroupedLines {
  const { object, request } = list
  const sums = list.columns.filter((column) => column.summable).map((column) => `sum(${column.path})`)
  const groups = useGroups(object.name, { by, measures: ['count', ...sums].join(','), where: request.where, search: request.search, archived: request.archived })
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set())
  const shown = inOrder(groups.data?.groups ?? [], object, by).map((group): ShownGroup => {
    const key = JSON.stringify(group[by] ?? null)
    return { group, key, rows: open.has(key) ? windowOf(object.name, narrowed(request, list, by, group[by])) : null }
  })
  const windows = shown.flatMap((one) => one.rows ?? [])
  useWindows(windows, JSON.stringify([request, by, [...open]]))
  const toggle = (key: string) =>
    setOpen((before) => {
      const next = new Set(before)
      if (!next.delete(key)) next.add(key)
      return next
    })
  return { groups, windows, toggle, ...linesOf(shown) }
}

interface ShownGroup {
  group: Group
  key: string
  /** null: closed. */
  rows: RowWindow | null
}

const linesIn = ({ rows }: ShownGroup) => 1 + (rows === null ? 0 : rows.size() + (rows.ended() ? 0 : 3))

/** Heads of groups and rows of the open ones as one run of lines. */
function linesOf(shown: readonly ShownGroup[]): Pick<Lines, 'length' | 'at' | 'reach'> {
  const starts: number[] = []
  let length = 0
  for (const one of shown) {
    starts.push(length)
    length += linesIn(one)
  }
  return {
    length,
    at(index) {
      const place = starts.findLastIndex((start) => start <= index)
      const { group, key, rows } = shown[place]!
      const inner = index - starts[place]! - 1
      if (inner === -1) return { kind: 'group', group, key, open: rows !== null }
      return inner < rows!.size() ? { kind: 'row', row: rows!.row(inner), rows: rows! } : { kind: 'wait' }
    },
    reach(from, to) {
      shown.forEach((one, place) => {
        const start = starts[place]! + 1
        if (one.rows !== null && start <= to && start + linesIn(one) > from) one.rows.reach(Math.max(0, from - start), to - start)
      })
    },
  }
}

function narrowed(request: ListRequest, list: ListOf, by: string, value: unknown): ListRequest {
  const own = groupWhere(list.object, by, value)
  return { ...request, where: request.where === undefined ? own : `(${request.where}) and ${own}` }
}

/** Draws again when any of several windows changes. `key` says which windows they are. */
function useWindows(windows: readonly RowWindow[], key: string): void {
  const subscribe = useMemo(
    () => (listener: () => void) => {
      const ends = windows.map((one) => one.subscribe(listener))
      return () => ends.forEach((end) => end())
    },
    [key],
  )
  useSyncExternalStore(subscribe, () => windows.map((one) => one.version()).join())
}
