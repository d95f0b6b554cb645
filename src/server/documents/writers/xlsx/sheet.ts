/** One sheet of a template: its rows, what of them is repeated, and the markers of each cell. */
import { faultOf, type Fault, type Spot } from '../../reading/faults.ts'
import { closes, closingOf, markersIn, type Ask, type Marker, type OpeningMarker, type ValueMarker } from '../../reading/markers.ts'
import { spots } from '../../reading/texts.ts'
import { attribute, below, childNamed, childrenNamed, isText, type XmlElement } from '../../reading/xml.ts'

export type CellPiece = string | ValueMarker | { opening: OpeningMarker; inside: CellPiece[]; otherwise: CellPiece[] }

export interface SheetCell {
  element: XmlElement
  /** Null: no marker in it, it stays as it is. */
  pieces: CellPiece[] | null
}
export interface SheetRow {
  number: number
  element: XmlElement
  cells: SheetCell[]
}
export interface RowBlock {
  opening: OpeningMarker
  children: RowNode[]
}
export type RowNode = SheetRow | RowBlock
export const isBlock = (node: RowNode): node is RowBlock => 'opening' in node

interface Begun {
  marker: OpeningMarker
  children: RowNode[]
  row: SheetRow
}

export function readSheet(sheet: XmlElement, { name, shared }: { name: string; shared: readonly string[] }): { rows: RowNode[]; faults: Fault[] } {
  const faults: Fault[] = []
  const root: RowNode[] = []
  const begun: Begun[] = []
  for (const element of childrenNamed(childNamed(sheet, 'sheetData') ?? sheet, 'row')) {
    const row: SheetRow = { number: Number(attribute(element, 'r') ?? 0), element, cells: [] }
    const ends: Marker[] = []
    const starts: OpeningMarker[] = []
    for (const cell of childrenNamed(element, 'c')) {
      const spot: Spot = { text: spots.sheetCell, values: { sheet: name, cell: attribute(cell, 'r') ?? '' } }
      const text = textOfCell(cell, shared)
      if (!text.includes('{{')) row.cells.push({ element: cell, pieces: null })
      else row.cells.push({ element: cell, pieces: piecesOf(text, spot, { faults, starts, ends }) })
    }
    for (const marker of starts) begun.push({ marker, children: [], row })
    ;(begun.at(-1)?.children ?? root).push(row)
    for (const marker of ends) endBlock(marker, { begun, root, faults })
  }
  for (const { marker } of begun) faults.push(faultOf('template.never_closed', marker.spot, { marker: marker.written, values: { closing: closingOf(marker) } }))
  return { rows: root, faults }
}

function endBlock(marker: Marker, { begun, root, faults }: { begun: Begun[]; root: RowNode[]; faults: Fault[] }): void {
  const last = begun.at(-1)
  if (marker.kind !== 'close') faults.push(faultOf('template.else_alone', marker.spot, { marker: marker.written, values: { opening: last?.marker.written ?? '{{#if}}' } }))
  else if (last === undefined) faults.push(faultOf('template.never_opened', marker.spot, { marker: marker.written }))
  else if (!closes(marker, last.marker)) faults.push(faultOf('template.crossed', marker.spot, { marker: marker.written, values: { opening: last.marker.written } }))
  else {
    begun.pop()
    const kept = last.children.length === 1 ? last.children : last.children.filter((node) => isBlock(node) || !isEmptied(node))
    ;(begun.at(-1)?.children ?? root).push({ opening: last.marker, children: kept })
  }
}

/** Nothing stood in it but the beginning or the end. */
const isEmptied = ({ cells }: SheetRow): boolean =>
  cells.some(({ pieces }) => pieces !== null) && cells.every(({ element, pieces }) => (pieces === null ? element.children.length === 0 : pieces.length === 0))

export function textOfCell(cell: XmlElement, shared: readonly string[]): string {
  const type = attribute(cell, 't')
  if (type === 'inlineStr') return textBelow(childNamed(cell, 'is') ?? cell)
  if (type !== 's' || childNamed(cell, 'f') !== undefined) return ''
  return shared[Number(textBelow(childNamed(cell, 'v') ?? cell))] ?? ''
}

const textBelow = (of: XmlElement): string => [of, ...below(of)].filter(({ name }) => name === 't' || name === 'v').flatMap(({ children }) => children.filter(isText)).map(({ text }) => text).join('')

/** The texts of a workbook, in their order; formatted ones as plain text. */
export const sharedTexts = (table: XmlElement): string[] => [...below(table)].filter(({ name }) => name === 'si').map(textBelow)

interface Found {
  faults: Fault[]
  starts: OpeningMarker[]
  ends: Marker[]
}

/** What begins and ends in the same cell is of that cell; all else is of its row. */
function piecesOf(text: string, spot: Spot, { faults, starts, ends }: Found): CellPiece[] {
  const { found, faults: wrong } = markersIn(text, spot)
  faults.push(...wrong)
  const pieces: CellPiece[] = []
  const open: { opening: OpeningMarker; inside: CellPiece[]; otherwise: CellPiece[]; isElse: boolean }[] = []
  const add = (piece: CellPiece) => {
    const last = open.at(-1)
    if (piece !== '') (last === undefined ? pieces : last.isElse ? last.otherwise : last.inside).push(piece)
  }
  let at = 0
  found.forEach(({ at: place, length, marker }, index) => {
    add(text.slice(at, place))
    at = place + length
    const last = open.at(-1)
    if (marker.kind === 'value') add(marker)
    else if (marker.kind === 'close' && last !== undefined && closes(marker, last.opening)) {
      open.pop()
      add({ opening: last.opening, inside: last.inside, otherwise: last.otherwise })
    } else if (marker.kind === 'else' && last !== undefined) last.isElse = true
    else if (marker.kind === 'close' || marker.kind === 'else') ends.push(marker)
    else if (found.slice(index + 1).some((later) => later.marker.kind === 'close' && closes(later.marker, marker))) open.push({ opening: marker, inside: [], otherwise: [], isElse: false })
    else starts.push(marker)
  })
  add(text.slice(at))
  return pieces
}

export function asksOf(nodes: readonly RowNode[]): Ask[] {
  return nodes.flatMap((node): Ask[] => {
    if (!isBlock(node)) return node.cells.flatMap(({ pieces }) => asksOfPieces(pieces ?? []))
    const inside = asksOf(node.children)
    return [node.opening.kind === 'if' ? { marker: node.opening, inside, otherwise: [] } : { marker: node.opening, inside }]
  })
}

const asksOfPieces = (pieces: readonly CellPiece[]): Ask[] =>
  pieces.flatMap((piece): Ask[] => {
    if (typeof piece === 'string') return []
    if (!('opening' in piece)) return [{ marker: piece }]
    const inside = asksOfPieces(piece.inside)
    return [piece.opening.kind === 'if' ? { marker: piece.opening, inside, otherwise: asksOfPieces(piece.otherwise) } : { marker: piece.opening, inside }]
  })
