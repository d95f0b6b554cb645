/** A configured structure as lines of a quote, and the lines of one as what was chosen in it. */
import { configure, type Choices, type Configured, type ConfiguredPart, type Structure, type StructurePrices } from '../../../contract/selling/structure.ts'
import { endOf } from './edits.ts'
import { newLine, type LineRow, type Row } from './rows.ts'

/** The line of the whole takes the price of what was chosen; its parts stand below it, those that were there before keep their ids and words. */
export function withConfigured(rows: readonly Row[], id: string, configured: Configured): Row[] {
  const at = rows.findIndex((row) => row.id === id)
  const whole = rows[at]
  if (whole?.is !== 'line') return [...rows]
  const end = endOf(rows, at)
  const before = new Map(rows.slice(at + 1, end).flatMap((row) => (row.is === 'line' ? [[`${row.parent} ${row.product?.id}`, row] as const] : [])))
  const idOf = new Map<string, string>([['', id]])
  const parts = configured.parts.filter(({ isChosen }) => isChosen).map((part): LineRow => {
    const parent = idOf.get(part.parent) ?? id
    const line = partLine(part, parent, before.get(`${parent} ${part.product.id}`))
    idOf.set(part.key, line.id)
    return line
  })
  const priced: LineRow = { ...whole, unitPrice: configured.price, ...(configured.cost === null ? {} : { unitCost: configured.cost }) }
  return rows.toSpliced(at, end - at, priced, ...parts)
}

function partLine({ product, quantity, unitPrice, isIncluded }: ConfiguredPart, parent: string, before: LineRow | undefined): LineRow {
  const known = before ?? newLine({ name: product.name, code: product.code ?? '', unit: product.unit, vatRate: product.vatRate })
  return { ...known, kind: 'component', parent, product: { id: product.id, name: product.name }, quantity, unitPrice: isIncluded ? null : unitPrice }
}

/** What was chosen before, read from the parts below the line; of a line without parts nothing was chosen yet. */
export function choicesOf(rows: readonly Row[], id: string, { structure, prices }: { structure: Structure; prices: StructurePrices }): Choices {
  const at = rows.findIndex((row) => row.id === id)
  const lines = rows.slice(at + 1, endOf(rows, at)).filter((row): row is LineRow => row.is === 'line')
  if (lines.length === 0) return {}
  const idOf = new Map<string, string>([['', id]])
  const choices: Record<string, string> = {}
  for (const { key, parent, product } of configure(structure, { choices: {}, prices, quantity: '1' }).parts) {
    const line = lines.find((one) => one.parent === idOf.get(parent) && one.product?.id === product.id)
    choices[key] = line?.quantity ?? '0'
    if (line !== undefined) idOf.set(key, line.id)
  }
  return choices
}
