/** A DOCX with markers: what it asks, what is wrong with it, and the document when it is filled. */
import { bytesOf, closeArchive, textOf, type Archive, type Parts } from '../../reading/archive.ts'
import { faultOf, type Fault, type Spot } from '../../reading/faults.ts'
import { spots } from '../../reading/texts.ts'
import { childrenNamed, isElement, NotXml, parseXml, type XmlElement } from '../../reading/xml.ts'
import { withoutOutside, withRelations, withTypes } from '../packages.ts'
import type { FilledRow, Template } from '../template.ts'
import { nestBlocks } from './blocks.ts'
import { albumOf } from './drawings.ts'
import { holesInDrawings, holesInParagraph, textOfParagraph } from './paragraphs.ts'
import { asksOf, piecesOf, writePieces, type Piece } from './pieces.ts'

const filled = /^word\/(document|header\d*|footer\d*|footnotes|endnotes)\.xml$/

export function openDocx({ parts: given }: Archive): Template {
  const parts = withoutOutside(given)
  const faults: Fault[] = []
  const pieces = new Map<string, Piece[]>()
  for (const name of Object.keys(parts).filter((each) => filled.test(each)).sort(bodyFirst)) {
    try {
      const tree = parseXml(textOf(parts[name]!))
      faults.push(...holesIn(tree, name), ...nestBlocks(tree))
      pieces.set(name, piecesOf([tree]))
    } catch (error) {
      if (!(error instanceof NotXml)) throw error
      faults.push(faultOf('template.damaged', { text: spots.part, values: { part: name } }))
    }
  }
  return { kind: 'docx', faults, asks: [...pieces.values()].flatMap(asksOf), fill: (row) => fill(parts, pieces, row) }
}

const bodyFirst = (a: string, b: string): number => Number(b === 'word/document.xml') - Number(a === 'word/document.xml') || (a < b ? -1 : 1)

function fill(given: Parts, pieces: ReadonlyMap<string, Piece[]>, row: FilledRow): Uint8Array {
  const parts = { ...given }
  const media = new Map<string, string>()
  for (const [name, written] of pieces) {
    const album = albumOf(media, parts)
    parts[name] = bytesOf(writePieces(written, row, album))
    withRelations(parts, name, album.relations)
  }
  withTypes(parts, [...media.values()])
  return closeArchive(parts)
}

/** Paragraphs are numbered as a person counts them: those in tables go by their table, row and column. */
function holesIn(part: XmlElement, name: string): Fault[] {
  const faults: Fault[] = []
  const count = { paragraph: 0, table: 0 }
  const visit = (node: XmlElement, at: Spot | null) => {
    for (const child of node.children.filter(isElement)) {
      if (child.name === 'w:p') {
        if (at === null) count.paragraph++
        const text = textOfParagraph(child)
        const spot = at ?? spotOf(name, count.paragraph, text)
        if (text.includes('{{')) faults.push(...holesInParagraph(child, spot))
        visit(child, spot)
      } else if (child.name === 'w:tbl' && at === null) cells(child, ++count.table, visit)
      else visit(child, at)
    }
  }
  visit(part, null)
  faults.push(...holesInDrawings(part, (picture) => ({ text: spots.picture, values: { picture } })))
  return faults
}

function cells(table: XmlElement, number: number, visit: (node: XmlElement, at: Spot) => void): void {
  childrenNamed(table, 'w:tr').forEach((row, rowAt) =>
    childrenNamed(row, 'w:tc').forEach((cell, cellAt) => visit(cell, { text: spots.cell, values: { table: number, row: rowAt + 1, column: cellAt + 1 } })),
  )
}

function spotOf(part: string, paragraph: number, whole: string): Spot {
  const text = whole.length > 60 ? `${whole.slice(0, 57)}…` : whole
  if (part.includes('header')) return { text: spots.header, values: { text } }
  if (part.includes('footer')) return { text: spots.footer, values: { text } }
  if (part.includes('notes')) return { text: spots.note, values: { text } }
  return { text: spots.paragraph, values: { paragraph, text } }
}
