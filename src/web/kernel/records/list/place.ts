import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback } from 'react'

/** All that the address says of a list. What is left out is as the view, or the object, says. */
export interface ListPlace {
  view?: string
  columns?: string
  /** Present and empty: the view's condition taken away. */
  where?: string
  search?: string
  order?: string
  by?: string
  show?: string
  /** Field whose values are the board's columns. */
  on?: string
  /** Which of several boards: the record that all its columns belong to. */
  in?: string
  archived?: string
  trash?: string
  /** Record seen beside the list. */
  peek?: string
}
const names = ['view', 'columns', 'where', 'search', 'order', 'by', 'show', 'on', 'in', 'archived', 'trash', 'peek'] as const

export const readListPlace = (search: Record<string, unknown>): ListPlace =>
  Object.fromEntries(names.flatMap((name) => (typeof search[name] === 'string' ? [[name, search[name]]] : [])))

export type Move = (change: Partial<Record<keyof ListPlace, string | undefined>>, options?: { replace?: boolean }) => void

/** Where the list stands, and how to move: each change is an entry for the Back button unless it replaces the last. */
export function useListPlace(): [ListPlace, Move] {
  const place = useSearch({ strict: false }) as ListPlace
  const navigate = useNavigate()
  const move = useCallback<Move>(
    (change, options) => void navigate({ to: '.', search: ((before: ListPlace) => ({ ...before, ...change })) as never, replace: options?.replace }),
    [navigate],
  )
  return [place, move]
}
