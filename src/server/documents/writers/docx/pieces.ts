/** A part made ready to be written many times: what never changes is text already, between the places to fill. */
import type { Ask, IfMarker, LoopMarker, OpeningMarker, ValueMarker } from '../../reading/markers.ts'
import { escaped, isElement, isHole, writeXml, type XmlElement, type XmlNode } from '../../reading/xml.ts'
import type { FilledRow, Shown } from '../template.ts'
import { isBlockHole, isMarkerHole } from './blocks.ts'
import type { PictureHole } from './paragraphs.ts'

export type Piece =
  | string
  | { kind: 'value'; marker: ValueMarker; look: string }
  | { kind: 'picture'; marker: ValueMarker; drawing: XmlElement }
  | { kind: 'block'; opening: OpeningMarker; inside: Piece[]; otherwise: Piece[] }
  /** An element that must not be left with nothing in it. */
  | { kind: 'holder'; name: string; start: string; inside: Piece[] }

/** What the pictures of a part need of it. */
export interface Drawings {
  put(shown: Shown): string
  replace(drawing: XmlElement, shown: Shown): string
}

export function piecesOf(nodes: readonly XmlNode[]): Piece[] {
  const pieces: Piece[] = []
  const add = (piece: Piece) => {
    if (typeof piece === 'string' && typeof pieces.at(-1) === 'string') pieces[pieces.length - 1] += piece
    else if (piece !== '') pieces.push(piece)
  }
  const visit = (node: XmlNode): void => {
    if (isMarkerHole(node)) {
      const { marker, look } = node.hole
      if (marker.kind === 'value') add({ kind: 'value', marker, look: look === undefined ? '' : writeXml(look) })
    } else if (isBlockHole(node)) add({ kind: 'block', opening: node.hole.opening, inside: piecesOf(node.hole.children), otherwise: piecesOf(node.hole.otherwise) })
    else if (isHole(node)) {
      const { drawing, marker } = node.hole as PictureHole
      add({ kind: 'picture', marker, drawing })
    } else if (isElement(node) && hasHole(node)) open(node)
    else add(writeXml(node))
  }
  const open = (node: XmlElement) => {
    if (holders.has(node.name)) add({ kind: 'holder', name: node.name, start: `<${node.name}${node.attributes}>`, inside: piecesOf(node.children) })
    else {
      if (node.name !== '') add(`<${node.name}${node.attributes}>`)
      node.children.forEach(visit)
      if (node.name !== '') add(`</${node.name}>`)
    }
  }
  nodes.forEach(visit)
  return pieces
}

/** A cell or a text box ends with a paragraph, whatever was left out of it; a table has a row, or it is none. */
const holders = new Set(['w:tc', 'w:txbxContent', 'w:hdr', 'w:ftr', 'w:tbl'])

const hasHole = (node: XmlElement): boolean => node.children.some((child) => isHole(child) || (isElement(child) && hasHole(child)))

export function asksOf(pieces: readonly Piece[]): Ask[] {
  return pieces.flatMap((piece): Ask[] => {
    if (typeof piece === 'string') return []
    if (piece.kind === 'value' || piece.kind === 'picture') return [{ marker: piece.marker }]
    if (piece.kind === 'holder') return asksOf(piece.inside)
    const inside = asksOf(piece.inside)
    return [piece.opening.kind === 'if' ? { marker: piece.opening, inside, otherwise: asksOf(piece.otherwise) } : { marker: piece.opening, inside }]
  })
}

export function writePieces(pieces: readonly Piece[], row: FilledRow, drawings: Drawings): string {
  let written = ''
  for (const piece of pieces) written += typeof piece === 'string' ? piece : writePiece(piece, row, drawings)
  return written
}

function writePiece(piece: Exclude<Piece, string>, row: FilledRow, drawings: Drawings): string {
  switch (piece.kind) {
    case 'value': {
      const shown = row.value(piece.marker)
      return shown.picture === null ? runOf(shown.text, piece.look) : drawings.put(shown)
    }
    case 'picture':
      return drawings.replace(piece.drawing, row.value(piece.marker))
    case 'block':
      if (piece.opening.kind === 'if') return writePieces(row.holds(piece.opening as IfMarker) ? piece.inside : piece.otherwise, row, drawings)
      return row.rows(piece.opening as LoopMarker).map((each) => writePieces(piece.inside, each, drawings)).join('')
    case 'holder':
      return holding(piece.name, piece.start, writePieces(piece.inside, row, drawings))
  }
}

function holding(name: string, start: string, inside: string): string {
  if (name === 'w:tbl') return /<w:tr[ >]/.test(inside) ? `${start}${inside}</${name}>` : ''
  const ends = /(<\/w:p>|<w:p( [^>]*)?\/>)\s*$/.test(inside)
  return `${start}${inside}${ends ? '' : '<w:p/>'}</${name}>`
}

/** Lines of the value are lines of the document. */
function runOf(text: string, look: string): string {
  if (text === '') return ''
  const lines = text.split(/\r\n|\r|\n/).map((line) => line.split('\t').map((cell) => `<w:t xml:space="preserve">${escaped(cell)}</w:t>`).join('<w:tab/>'))
  return `<w:r>${look}${lines.join('<w:br/>')}</w:r>`
}
