/** A quote of five hundred lines: its sums after a keystroke, as the browser works them out, and saving it. */
import { totalsOf, type PricedDocument } from '../src/contract/selling/totals.ts'
import { measure, medianAndLeast, millis, percent, type Row } from './measure.ts'
import type { BenchWorld } from './world.ts'

const lineCount = 500
const firstSaves = 20
const priced: PricedDocument = {
  currency: 'PLN', prices: 'net', vatBy: 'document', discount: '3', discountValue: '10', sections: Array.from({ length: 10 }, (_, n) => ({ id: `s${n}`, discount: '2', discountValue: null })),
  lines: Array.from({ length: lineCount }, (_, n) => ({
    id: `l${n}`, section: `s${n % 10}`, parent: null, kind: 'item' as const, chosen: null, quantity: '12.5', unitPrice: (n * 1.37).toFixed(2), discount: '7.5', discountValue: null, vatRate: ['23', '8', '5'][n % 3]!, unitCost: '3.20',
  })),
}

export async function quoteRows(world: BenchWorld): Promise<Row[]> {
  const { size } = world
  const sums = await measure(async (n) => totalsOf({ ...priced, lines: priced.lines.map((line, at) => (at === n % lineCount ? { ...line, quantity: String(n) } : line)) }), { seconds: 2, atOnce: 1 })
  const rows: Row[] = [{ size, work: `sums of a quote of ${lineCount} lines after a keystroke`, ours: millis(sums.p95), raw: '', ratio: '', promise: '≤ 16 ms', kept: sums.p95 <= 16 }]
  rows.push(...(await saving(world)))
  return rows
}

interface Grid {
  quote: { id: string; version: number }
  lines: { id: string; version: number; name: string }[]
}

type Sender = BenchWorld['admin']
async function asked<T>(by: Sender, method: string, path: string, body: unknown): Promise<T> {
  const { status, text } = await by.send(method, path, body)
  if (status >= 300) throw new Error(`${path}: ${status} ${text.slice(0, 300)}`)
  return JSON.parse(text) as T
}

async function saving({ size, admin, raw }: BenchWorld): Promise<Row[]> {
  const { rows: [company] } = await raw.query<{ id: string }>('select id from company where deleted_at is null limit 1')
  const empty = () => asked<{ id: string; version: number }>(admin, 'POST', '/api/records/quote', { title: 'Bench', company: company!.id })
  const fill = ({ id, version }: { id: string; version: number }) => asked<Grid>(admin, 'PUT', `/api/quotes/${id}/grid`, {
    version, sections: [], lines: Array.from({ length: lineCount }, (_, n) => ({ key: `k${n}`, name: `Pozycja ${n}`, quantity: '2', unitPrice: String(10 + n), vatRate: '23', unitCost: '5' })),
  })
  const quotes = await Promise.all(Array.from({ length: firstSaves + 3 }, empty))
  const first = await measure(async () => void (await fill(quotes.pop()!)), { seconds: 2, atOnce: 1, warmUp: 2, most: firstSaves })
  const made = quotes.pop() ?? (await empty())
  let grid = await fill(made)
  const save = async (n: number) => {
    const lines = grid.lines.map(({ id, version, name }, at) => ({ id, version, name, ...(at === n % lineCount ? { quantity: String(1 + (n % 97)) } : {}) }))
    grid = await asked<Grid>(admin, 'PUT', `/api/quotes/${made.id}/grid`, { version: grid.quote.version, sections: [], lines })
  }
  const one = await measure(save, { seconds: 4, atOnce: 1, warmUp: 5 })
  const all = await measure(async (n) => {
    const lines = grid.lines.map(({ id, version, name }, at) => ({ id, version, name, quantity: String(1 + ((n + at) % 97)) }))
    grid = await asked<Grid>(admin, 'PUT', `/api/quotes/${made.id}/grid`, { version: grid.quote.version, sections: [], lines })
  }, { seconds: 4, atOnce: 1, warmUp: 2 })
  const byHand = await measure(async (n) => {
    await raw.query('begin')
    await raw.query('select * from quote_line where quote = $1 order by position', [made.id])
    await raw.query('update quote_line set quantity = $2 where quote = $1', [made.id, 1 + (n % 97)])
    await raw.query('rollback')
  }, { seconds: 2, atOnce: 1, warmUp: 2 })
  const times = (p50: number) => percent(byHand.p50 / p50)
  return [
    { size, work: `saving a quote of ${lineCount} lines for the first time`, ours: medianAndLeast(first), raw: '', ratio: '', promise: 'told', kept: true },
    { size, work: `saving a quote of ${lineCount} lines, one changed`, ours: medianAndLeast(one), raw: millis(byHand.p50), ratio: times(one.p50), promise: '≤ 150 ms', kept: one.p50 <= 150 },
    { size, work: `saving a quote of ${lineCount} lines, all changed`, ours: medianAndLeast(all), raw: millis(byHand.p50), ratio: times(all.p50), promise: '', kept: true },
  ]
}
