import { queryOptions } from '@tanstack/react-query'
import type { Sent } from '../../contract/route.ts'
import type { QuoteGrid } from '../../server/quotes/contract.ts'
import { productSearch } from '../../server/products/contract.ts'
import { compareVersions, fillPrices, listVersions, makeVersion, readGrid, readSending, saveGrid, sendQuote as send, type SavedGrid } from '../../server/quotes/contract.ts'
import { keys, queries } from '../kernel/api/client.ts'
import { listRecords, readRecord } from '../kernel/api/records.ts'
import { call } from '../kernel/api/request.ts'

/** Aside from the record, so that a grid being worked on is not fetched anew at every word of it that is saved. */
export const gridKey = (id: string) => ['quoteGrid', id] as const
export const gridQuery = (id: string) => queryOptions({ queryKey: gridKey(id), queryFn: ({ signal }) => call(readGrid, { params: { id } }, signal), staleTime: Infinity, gcTime: 60_000 })

export async function saveQuote(id: string, body: SavedGrid): Promise<QuoteGrid> {
  const answer = await call(saveGrid, { params: { id }, body })
  queries.setQueryData(gridKey(id), answer)
  void queries.invalidateQueries({ queryKey: keys.object('quote') })
  return answer
}

export const pricesOf = (id: string, items: readonly { product: string; quantity: string | null }[]) => call(fillPrices, { params: { id }, body: { items: [...items] } })

/** Products by any of their words or by their code, those on sale. */
export const productOffers = (text: string) =>
  queryOptions({
    queryKey: ['productOffers', text],
    queryFn: ({ signal }) => call(productSearch, { query: { text, limit: 12 } }, signal),
    enabled: text !== '',
    staleTime: 60_000,
  })

/** Whether it is put together of parts: then it can be configured. */
export const kindQuery = (product: string) => queryOptions({ queryKey: [...keys.object('product'), 'kind', product], queryFn: ({ signal }) => readRecord('product', product, ['kind'], signal), staleTime: 300_000 })

/** By their codes, as a sheet names them. */
export async function productsByCode(codes: readonly string[]): Promise<Map<string, { id: string; name: string }>> {
  const quoted = codes.map((code) => `'${code.replaceAll("'", "''")}'`)
  if (quoted.length === 0) return new Map()
  const { rows } = await listRecords('product', { columns: ['code', 'name'], where: `code in (${quoted.join(', ')})`, limit: 200 })
  return new Map(rows.map((row) => [String(row['code']).toLowerCase(), { id: row.id, name: String(row['name'] ?? '') }]))
}

export const versionsQuery = (id: string) => queryOptions({ queryKey: [...keys.object('quote'), 'versions', id], queryFn: ({ signal }) => call(listVersions, { params: { id } }, signal) })
export const comparisonQuery = (id: string, other: string) => queryOptions({ queryKey: [...keys.object('quote'), 'compared', id, other], queryFn: ({ signal }) => call(compareVersions, { params: { id }, query: { with: other } }, signal) })

/** A draft with all the lines, to be sent instead. */
export async function followWithVersion(id: string): Promise<string> {
  const made = await call(makeVersion, { params: { id } })
  await queries.invalidateQueries({ queryKey: keys.object('quote') })
  return made.id
}

export const sendingQuery = (id: string) => queryOptions({ queryKey: ['quoteSending', id], queryFn: ({ signal }) => call(readSending, { params: { id } }, signal), gcTime: 0, staleTime: 0 })
export async function sendQuote(id: string, body: Sent<typeof send>['body']) {
  const answer = await call(send, { params: { id }, body })
  await queries.invalidateQueries({ queryKey: keys.object('quote') })
  return answer
}
