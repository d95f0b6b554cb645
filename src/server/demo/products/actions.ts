import { Readable } from 'node:stream'
import type { Values } from '../../../contract/definition.ts'
import type { Ctx } from '../../kernel/context.ts'
import { currentFiles } from '../../kernel/files/current.ts'
import { createMany } from '../../kernel/records/create.ts'
import { isRefused, type Outcome } from '../../kernel/records/writing.ts'
import { diceFor } from '../rules.ts'
import { componentRows, groupRows, machineRows, pageOf, priceListId, priceRows, productId, productRows, ruleRows } from './rules.ts'
import { documents, families, lists, machines } from './texts.ts'

const succeeded = (outcomes: readonly Outcome[]): void => {
  for (const outcome of outcomes) if (isRefused(outcome)) throw outcome.refused
}

/** Groups, products, machines made of them, three price lists, catalogue pages. `dealers`: the customer group the dealers' list is for. */
export async function loadProducts(ctx: Ctx, { id, dealers }: { id(kind: string, index: number): string; dealers: string }): Promise<void> {
  const year = ctx.now.toISOString().slice(0, 4)
  // The warehouse told it in the early morning; before that hour, the morning before.
  const morning = `${ctx.now.toISOString().slice(0, 10)}T04:15:00.000Z`
  const stockAt = morning <= ctx.now.toISOString() ? morning : new Date(Date.parse(morning) - 86_400_000).toISOString()
  const all: [string, Values[]][] = [
    ['productGroup', groupRows(id)],
    ['product', [...productRows(id, { dice: diceFor(31, 0), stockAt }), ...machineRows(id)]],
    ['component', componentRows(id)],
    ['componentRule', ruleRows(id)],
    ['priceList', [
      { id: priceListId(id, 'domestic'), name: `${lists.domestic} ${year}`, currency: 'PLN', validFrom: `${year}-01-01`, active: true },
      { id: priceListId(id, 'export'), name: `${lists.export} ${year}`, currency: 'EUR', validFrom: `${year}-01-01`, active: true },
      { id: priceListId(id, 'dealers'), name: `${lists.dealers} ${year}`, currency: 'PLN', validFrom: `${year}-01-01`, group: dealers, basedOn: priceListId(id, 'domestic'), factor: '82', active: true },
    ]],
    ['price', priceRows(id)],
    ['productDocument', await documentRows(id)],
  ]
  for (const [object, rows] of all) succeeded(await createMany(ctx, object, rows, { together: true }))
}

/** A page of every family and machine: enough for a quote to have something to enclose. */
async function documentRows(id: (kind: string, index: number) => string): Promise<Values[]> {
  const about = [...families.map(({ code, sizes, name }) => ({ product: `${code}-${sizes[0]}`, name: name.pl, kind: 'brochure' as const })), ...machines.map(({ code, name }) => ({ product: code, name: name.pl, kind: 'certificate' as const }))]
  return Promise.all(about.map(async ({ product, name, kind }, at) => {
    const title = `${documents[kind]} – ${name}`
    const stored = await currentFiles().put(Readable.from([pageOf(title)]))
    return { id: id('productDocument', at), name: title, product: productId(id, product), kind, language: 'pl', withQuotes: kind === 'brochure', file: { ...stored, name: `${title}.pdf`, type: 'application/pdf' } }
  }))
}
