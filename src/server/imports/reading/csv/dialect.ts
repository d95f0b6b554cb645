/** Separator and quote of a CSV file, found from its beginning. */
import { csvParser, type Dialect } from './parse.ts'

const separators = [';', ',', '\t', '|'] as const
type Separator = (typeof separators)[number]

export interface FoundDialect extends Dialect {
  separator: Separator
  quote: '"' | "'"
}

/** The separator by which most rows have the same number of columns, and many of them. */
export function dialectOf(sample: string, wanted: { separator?: Separator | undefined; quote?: '"' | "'" | undefined }): FoundDialect {
  const quote = wanted.quote ?? quoteOf(sample)
  const declared = /^sep=(.)\r?\n/i.exec(sample)?.[1] as Separator | undefined
  const named = wanted.separator ?? (declared !== undefined && separators.includes(declared) ? declared : undefined)
  if (named !== undefined) return { separator: named, quote }
  const [best] = separators.map((separator) => ({ separator, score: scoreOf(sample, { separator, quote }) })).sort((a, b) => b.score - a.score)
  return { separator: best!.score > 0 ? best!.separator : ';', quote }
}

function scoreOf(sample: string, dialect: Dialect): number {
  const rows = csvParser(dialect).push(`${sample}\n`).slice(0, 200)
  const widths = rows.filter((row) => row.problem === undefined).map((row) => row.cells.length)
  const counts = new Map<number, number>()
  for (const width of widths) if (width > 1) counts.set(width, (counts.get(width) ?? 0) + 1)
  let best = 0
  for (const [width, count] of counts) best = Math.max(best, (count / rows.length) ** 2 * (1 + Math.log2(width) / 4))
  return best
}

/** Apostrophes are quotes only where cells begin and end with them much more often than with quotation marks. */
function quoteOf(sample: string): '"' | "'" {
  const wrapped = (quote: string) => sample.match(new RegExp(`(?:^|[;,\\t|\\n])${quote}[^${quote}\\n]*${quote}(?=[;,\\t|\\r\\n]|$)`, 'g'))?.length ?? 0
  const [double, single] = [wrapped('"'), wrapped("'")]
  return single > 2 && single > double * 3 ? "'" : '"'
}
