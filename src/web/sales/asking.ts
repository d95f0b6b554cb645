/** What the screens of sales ask the server. */
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query'
import type { Given } from '../../contract/route.ts'
import { compare, forecast, funnel, pipelines } from '../../server/sales/contract.ts'
import { call } from '../kernel/api/request.ts'

// Under the records' own key: whatever changes an opportunity asks for these anew.
const key = ['records', 'opportunity', 'sales'] as const

export const usePipelines = () => useQuery({ queryKey: ['records', 'stage', 'pipelines'], queryFn: async ({ signal }) => (await call(pipelines, {}, signal)).pipelines })

export type ForecastAsked = Given<typeof forecast>['query']
export const forecastQuery = (query: ForecastAsked) => queryOptions({ queryKey: [...key, 'forecast', query], queryFn: ({ signal }) => call(forecast, { query }, signal), placeholderData: keepPreviousData })

export type FunnelAsked = Given<typeof funnel>['query']
export const funnelQuery = (query: FunnelAsked) => queryOptions({ queryKey: [...key, 'funnel', query], queryFn: ({ signal }) => call(funnel, { query }, signal), placeholderData: keepPreviousData })

export type Side = Given<typeof compare>['body']['sides'][number]
export const compareQuery = (sides: readonly Side[]) => queryOptions({ queryKey: [...key, 'compare', sides], queryFn: ({ signal }) => call(compare, { body: { sides: [...sides] } }, signal), placeholderData: keepPreviousData })
