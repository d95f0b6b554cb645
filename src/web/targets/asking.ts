import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { listPlans, readGrid, readOverview } from '../../server/targets/contract.ts'
import { queries } from '../kernel/api/client.ts'
import { call } from '../kernel/api/request.ts'

const all = ['targets'] as const
export const plansQuery = queryOptions({ queryKey: [...all, 'plans'], queryFn: ({ signal }) => call(listPlans, {}, signal) })
export const gridQuery = (id: string) => queryOptions({ queryKey: [...all, 'grid', id], queryFn: ({ signal }) => call(readGrid, { params: { id } }, signal) })
export const overviewQuery = (id: string | undefined, period: string | undefined) =>
  queryOptions({ queryKey: [...all, 'overview', id, period], enabled: id !== undefined, placeholderData: keepPreviousData, queryFn: ({ signal }) => call(readOverview, { params: { id: id! }, query: period === undefined ? {} : { period } }, signal) })
export const targetsChanged = (): Promise<void> => queries.invalidateQueries({ queryKey: all })
