import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { productStructure } from '../../server/products/contract.ts'
import { keys, queries } from '../kernel/api/client.ts'
import { call, request } from '../kernel/api/request.ts'

export interface Circumstances {
  company?: string | undefined
  currency?: string | undefined
  priceList?: string | undefined
}

/** Under the records' own key: whatever changes a component or a price makes it ask again. */
export const structureQuery = (id: string, query: Circumstances = {}) =>
  queryOptions({ queryKey: [...keys.object('component'), 'structure', id, query], queryFn: ({ signal }) => call(productStructure, { params: { id }, query }, signal), placeholderData: keepPreviousData })

export const columnsOfComponents = ['part', 'kind', 'choiceGroup', 'quantity', 'minQuantity', 'maxQuantity', 'chosen', 'price', 'included', 'position'] as const
export const componentsRequest = (whole: string) => ({ columns: columnsOfComponents, where: `whole = '${whole}'`, order: 'position,createdAt', limit: 500 })

/** Components in this order, all at once. */
export async function putInOrder(changes: readonly { id: string; version: number; position: string }[]): Promise<void> {
  await request('POST', '/api/records/component/batch', { body: { update: changes, atomic: true } })
  await queries.invalidateQueries({ queryKey: keys.object('component') })
}
