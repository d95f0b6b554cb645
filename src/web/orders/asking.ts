/** What the screens of this room ask the server. */
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { contractValue, orderChecklist, type valueSpans } from '../../server/orders/contract.ts'
import { queries } from '../kernel/api/client.ts'
import { onRecordEvents } from '../kernel/api/events.ts'
import { call } from '../kernel/api/request.ts'

const key = ['orders'] as const

export const checklistQuery = (id: string) => queryOptions({ queryKey: [...key, 'checklist', id], queryFn: ({ signal }) => call(orderChecklist, { params: { id } }, signal), staleTime: 0 })

export const worthQuery = (id: string, per: (typeof valueSpans)[number] | undefined) =>
  queryOptions({ queryKey: [...key, 'worth', id, per], queryFn: ({ signal }) => call(contractValue, { params: { id }, query: per === undefined ? {} : { per } }, signal), placeholderData: keepPreviousData, staleTime: 0 })

export const checklistChanged = (): Promise<void> => queries.invalidateQueries({ queryKey: [...key, 'checklist'] })

/** The checklist of an order, kept up with what others settle meanwhile. */
export function useChecklist(id: string) {
  useEffect(() => onRecordEvents((changes) => void (changes.some(({ object }) => ['orderCheck', 'orderLine', 'salesOrder'].includes(object)) && checklistChanged())), [])
  return useQuery(checklistQuery(id))
}
