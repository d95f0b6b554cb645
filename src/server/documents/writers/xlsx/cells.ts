/** Cells written with what has been filled in: numbers as numbers, days as days where the cell is made for them, all else as text. */
import { attribute, below, childNamed, childrenNamed, element, escaped, isElement, isText, withAttribute, writeXml, type XmlElement, type XmlNode } from '../../reading/xml.ts'
import type { FilledRow } from '../template.ts'
import { cellAt, columnNumber, moved, shifted, type MapOf } from './references.ts'
import type { OutRow } from './rows.ts'
import type { CellPiece } from './sheet.ts'

export interface Writing {
  out: readonly OutRow[]
  /** Numbers of the styles that show days. */
  dates: ReadonlySet<string>
  mapFrom(path: readonly number[]): MapOf
}

export function writeSheet(tree: XmlElement, writing: Writing): string {
  const copy = structuredClone(tree)
  const sheet = childNamed(copy, 'worksheet')!
  const masters = mastersIn(tree)
  const everywhere = writing.mapFrom([])
  sheet.children = sheet.children.flatMap((child): XmlNode[] => {
    if (!isElement(child) || child.name === 'dimension') return isElement(child) ? [] : [child]
    if (child.name === 'sheetData') return [{ ...child, children: writing.out.map((row) => rowOf(row, writing, masters)) }]
    if (child.name === 'mergeCells') return mergedAgain(child, writing)
    for (const each of [child, ...below(child)]) {
      for (const name of ['sqref', 'ref']) {
        const ranges = attribute(each, name)
        if (ranges !== null) withAttribute(each, name, ranges.split(' ').map((range) => moved(range, everywhere)).join(' '))
      }
      if (each.name === 'formula' || each.name === 'formula1' || each.name === 'formula2') each.children = each.children.map((text) => (isText(text) ? { text: moved(text.text, everywhere) } : text))
    }
    return [child]
  })
  return writeXml(copy)
}

function rowOf({ row, filled, number, path }: OutRow, writing: Writing, masters: Masters): XmlElement {
  const made = element('row', row.element.attributes, row.cells.map(({ element: cell, pieces }) => cellOf(cell, pieces, { number, filled, map: writing.mapFrom(path), masters, dates: writing.dates })))
  withAttribute(made, 'r', String(number))
  return made
}

interface Place {
  number: number
  filled: FilledRow
  map: MapOf
  masters: Masters
  dates: ReadonlySet<string>
}

function cellOf(cell: XmlElement, pieces: readonly CellPiece[] | null, { number, filled, map, masters, dates }: Place): XmlElement {
  const { column } = cellAt(attribute(cell, 'r') ?? 'A1')
  const made = element('c', cell.attributes, [...cell.children])
  withAttribute(made, 'r', `${column}${number}`)
  const formula = childNamed(cell, 'f')
  if (formula !== undefined) {
    withAttribute(made, 't', null)
    made.children = [element('f', '', [{ text: moved(formulaOf(cell, formula, masters), map) }])]
  } else if (pieces !== null) put(made, pieces, filled, dates)
  return made
}

function put(cell: XmlElement, pieces: readonly CellPiece[], filled: FilledRow, dates: ReadonlySet<string>): void {
  withAttribute(cell, 't', null)
  const [only] = pieces
  const value = pieces.length === 1 && typeof only === 'object' && !('opening' in only) ? filled.value(only).cell : null
  const isDay = value !== null && value.kind !== 'number'
  if (value !== null && (!isDay || dates.has(attribute(cell, 's') ?? '0'))) cell.children = [element('v', '', [{ text: isDay ? serialOf(value.value) : value.value }])]
  else {
    const text = textOf(pieces, filled)
    if (text !== '') withAttribute(cell, 't', 'inlineStr')
    cell.children = text === '' ? [] : [element('is', '', [element('t', ' xml:space="preserve"', [{ text }])])]
  }
}

function textOf(pieces: readonly CellPiece[], filled: FilledRow): string {
  return pieces
    .map((piece): string => {
      if (typeof piece === 'string') return piece
      if (!('opening' in piece)) return filled.value(piece).text
      if (piece.opening.kind === 'if') return textOf(filled.holds(piece.opening) ? piece.inside : piece.otherwise, filled)
      return filled.rows(piece.opening).map((row) => textOf(piece.inside, row)).join('')
    })
    .join('')
}

/** Days since 30 December 1899, which is how spreadsheets count; the time of day as a fraction. */
const serialOf = (day: string): string => String((Date.parse(day.length === 10 ? `${day}T00:00:00Z` : day) - Date.UTC(1899, 11, 30)) / 86_400_000)

// ---- Formulas that are written once for many cells ---------------------------------------------------------------

type Masters = ReadonlyMap<string, { text: string; at: string }>

const written = (formula: XmlElement): string => formula.children.filter(isText).map(({ text }) => text).join('')

function mastersIn(tree: XmlElement): Masters {
  const masters = new Map<string, { text: string; at: string }>()
  for (const cell of [...below(tree)].filter(({ name }) => name === 'c')) {
    const formula = childNamed(cell, 'f')
    if (formula !== undefined && attribute(formula, 't') === 'shared' && written(formula) !== '') masters.set(attribute(formula, 'si') ?? '', { text: written(formula), at: attribute(cell, 'r') ?? 'A1' })
  }
  return masters
}

function formulaOf(cell: XmlElement, formula: XmlElement, masters: Masters): string {
  const master = written(formula) === '' ? masters.get(attribute(formula, 'si') ?? '') : undefined
  if (master === undefined) return written(formula)
  const [own, first] = [cellAt(attribute(cell, 'r') ?? 'A1'), cellAt(master.at)]
  return shifted(master.text, { columns: columnNumber(own.column) - columnNumber(first.column), rows: own.row - first.row })
}

// ---- What lies over several cells --------------------------------------------------------------------------------

/** Cells joined into one are so in every repetition of their row. */
function mergedAgain(merges: XmlElement, { out, mapFrom }: Writing): XmlNode[] {
  const again = childrenNamed(merges, 'mergeCell').flatMap((merge) => {
    const range = attribute(merge, 'ref') ?? ''
    const { row } = cellAt(range.split(':')[0]!)
    const found = out.filter((each) => each.row.number === row)
    return found.length === 0 ? [range] : found.map(({ path }) => moved(range, mapFrom(path)))
  })
  return again.length === 0 ? [] : [element('mergeCells', ` count="${again.length}"`, again.map((range) => element('mergeCell', ` ref="${escaped(range)}"`)))]
}

const ownDates = new Set([14, 15, 16, 17, 22, 45, 46, 47])

export function dateStyles(styles: XmlElement | null): Set<string> {
  if (styles === null) return new Set()
  const all = [...below(styles)]
  const custom = new Set(all.filter((each) => each.name === 'numFmt' && /[dmy]/i.test((attribute(each, 'formatCode') ?? '').replace(/"[^"]*"|\[[^\]]*\]|\\./g, ''))).map((each) => Number(attribute(each, 'numFmtId'))))
  const cells = all.find(({ name }) => name === 'cellXfs')
  return new Set(cells === undefined ? [] : childrenNamed(cells, 'xf').flatMap((style, at) => (ownDates.has(Number(attribute(style, 'numFmtId'))) || custom.has(Number(attribute(style, 'numFmtId'))) ? [String(at)] : [])))
}
