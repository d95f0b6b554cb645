/** The lines of a quote in the order they are read: those of no section first, then section by section, each with its parts below it. */
import type { Totals } from '../../../contract/selling/totals.ts'
import type { LineRow, QuoteDocument } from '../reckoning/queries.ts'

export interface OutlineLine {
  id: string
  /** '2', '2.1' and '2.1.3' through the whole quote; words, and what was not chosen with all below it, have none. */
  number: string
  /** 0: a line of its own. */
  level: number
  counted: boolean
}
export interface OutlineSection {
  /** Null: the lines of no section. */
  id: string | null
  title: string
  lines: OutlineLine[]
}

type Counted = Pick<Totals, 'lines'>

export function outlineOf({ sections, lines }: Pick<QuoteDocument, 'sections' | 'lines'>, totals: Counted): OutlineSection[] {
  const known = new Set(lines.map(({ id }) => id))
  const below = Map.groupBy(lines, ({ parent }) => (parent !== null && known.has(parent) ? parent : null))
  const [roots, named] = [below.get(null) ?? [], new Set(sections.map(({ id }) => id))]
  const inSection = Map.groupBy(roots, ({ section }) => (section !== null && named.has(section) ? section : null))
  const all = [{ id: null, title: '' }, ...sections].map(({ id, title }) => ({ id, title, roots: inSection.get(id) ?? [] }))
  let last = 0
  return all.flatMap(({ id, title, roots: own }): OutlineSection[] => {
    if (id === null && own.length === 0) return []
    const found = own.flatMap((line) => branch(line, { number: hasNumber(line, totals) ? String(++last) : '', level: 0, below, totals }))
    return [{ id, title, lines: found }]
  })
}

interface Branch {
  number: string
  level: number
  below: ReadonlyMap<string | null, LineRow[]>
  totals: Counted
}

function branch(line: LineRow, { number, level, below, totals }: Branch): OutlineLine[] {
  let last = 0
  const parts = (below.get(line.id) ?? []).flatMap((part) => {
    const isNumbered = number !== '' && hasNumber(part, totals)
    return branch(part, { number: isNumbered ? `${number}.${++last}` : '', level: level + 1, below, totals })
  })
  return [{ id: line.id, number, level, counted: isCounted(line, totals) }, ...parts]
}

const isCounted = ({ id, kind }: LineRow, { lines }: Counted): boolean => kind !== 'text' && lines[id]?.counted === true
const hasNumber = (line: LineRow, totals: Counted): boolean => line.kind === 'component' || isCounted(line, totals)
