/** What is repeated or shown under a condition: from the beginning to the end of it, in whole paragraphs, whole rows of a table, or a part of one paragraph. */
import { faultOf, type Fault, type FaultCode } from '../../reading/faults.ts'
import { closes, closingOf, type OpeningMarker } from '../../reading/markers.ts'
import { isElement, isHole, type XmlElement, type XmlHole, type XmlNode } from '../../reading/xml.ts'
import type { MarkerHole } from './paragraphs.ts'

export interface Block {
  opening: OpeningMarker
  children: XmlNode[]
  otherwise: XmlNode[]
}
type Parent = XmlElement | Block
type Place = XmlHole<MarkerHole>

export const isMarkerHole = (node: XmlNode): node is Place => isHole(node) && typeof node.hole === 'object' && node.hole !== null && 'look' in node.hole
export const isBlockHole = (node: XmlNode): node is XmlHole<Block> => isHole(node) && typeof node.hole === 'object' && node.hole !== null && 'opening' in node.hole

interface Begun {
  place: Place
  opening: OpeningMarker
  otherwise: Place | null
}

/** Nests a part of the document in place. */
export function nestBlocks(part: XmlElement): Fault[] {
  const faults: Fault[] = []
  const parents = new Map<XmlNode, Parent>()
  const begun: Begun[] = []
  const wrong = (code: FaultCode, { hole: { marker } }: Place, values: Record<string, string> = {}) => void faults.push(faultOf(code, marker.spot, { marker: marker.written, values }))
  for (const place of placesIn(part, parents)) {
    const { marker } = place.hole
    const last = begun.at(-1)
    if (marker.kind === 'if' || marker.kind === 'loop') begun.push({ place, opening: marker, otherwise: null })
    else if (marker.kind === 'else') {
      if (last?.opening.kind === 'if' && last.otherwise === null) last.otherwise = place
      else wrong('template.else_lost', place)
    } else if (marker.kind === 'close') {
      if (last === undefined) wrong('template.never_opened', place)
      else if (!closes(marker, last.opening)) wrong('template.crossed', place, { opening: last.opening.written })
      else {
        begun.pop()
        const code = wrap(parents, last, place)
        if (code !== null) wrong(code, code === 'template.else_alone' ? last.otherwise! : last.place, { opening: last.opening.written })
      }
    }
  }
  for (const { place, opening } of begun) wrong('template.never_closed', place, { closing: closingOf(opening) })
  return faults
}

function placesIn(part: XmlElement, parents: Map<XmlNode, Parent>): Place[] {
  const places: Place[] = []
  const visit = (parent: XmlElement) => {
    for (const child of parent.children) {
      parents.set(child, parent)
      if (isElement(child)) visit(child)
      else if (isMarkerHole(child)) places.push(child)
    }
  }
  visit(part)
  return places
}

/** Null: done. */
function wrap(parents: Map<XmlNode, Parent>, { place, opening, otherwise }: Begun, end: Place): FaultCode | null {
  const range = rangeOf(parents, place, end)
  if (range === null) return 'template.crosses_table'
  const { parent, first, last } = range
  const all = parent.children.slice(first, last + 1)
  const middle = otherwise === null ? -1 : all.findIndex((node) => node === otherwise || chainOf(parents, otherwise).includes(node))
  if (otherwise !== null && (middle < 0 || (all.length === 1 && all[0] !== otherwise))) return 'template.else_alone'
  const isInline = all.includes(place)
  const block: Block = { opening, children: middle < 0 ? all : all.slice(0, middle), otherwise: middle < 0 ? [] : all.slice(middle + 1) }
  for (const mark of [place, end, ...(otherwise === null ? [] : [otherwise])]) takeOut(parents, mark)
  if (!isInline && middle >= 0 && !isEmpty(all[middle]!)) return 'template.else_alone'
  const hole: XmlHole<Block> = { hole: block }
  parent.children.splice(first, all.length - (isInline ? 2 + (middle < 0 ? 0 : 1) : 0), hole)
  const isKept = (node: XmlNode) => node !== place && node !== end && node !== otherwise && (isInline || all.length === 1 || !isEmptied(node, parents, [place, end]))
  block.children = block.children.filter(isKept)
  block.otherwise = block.otherwise.filter(isKept)
  parents.set(hole, parent)
  for (const child of [...block.children, ...block.otherwise]) parents.set(child, block)
  return null
}

/** The nodes beside each other that hold the beginning and the end; null where they lie on two sides of a table's or text box's edge. */
function rangeOf(parents: Map<XmlNode, Parent>, begin: Place, end: Place): { parent: Parent; first: number; last: number } | null {
  const [from, to] = [chainOf(parents, begin), chainOf(parents, end)]
  const shared = from.find((node) => to.includes(node))
  // In several cells of a row: the row. Both in what is one block already: that block.
  if (shared === undefined) return null
  if (shared === from[0] || (isElement(shared) && shared.name === 'w:tr')) return alone(parents, shared)
  const [a, b] = [from[from.indexOf(shared) - 1]!, to[to.indexOf(shared) - 1]!]
  if (a === begin && isWholeLine(shared, begin, end)) return alone(parents, shared)
  if (isWalled(from, a) || isWalled(to, b)) return null
  const parent = parents.get(a)!
  return { parent, first: parent.children.indexOf(a), last: parent.children.indexOf(b) }
}

function alone(parents: Map<XmlNode, Parent>, node: XmlNode): { parent: Parent; first: number; last: number } {
  const parent = parents.get(node)!
  const at = parent.children.indexOf(node)
  return { parent, first: at, last: at }
}

/** A condition that takes up a paragraph decides over the paragraph: else an empty line would be left. */
function isWholeLine(paragraph: XmlNode, begin: Place, end: Place): boolean {
  if (begin.hole.marker.kind !== 'if' || !isElement(paragraph) || paragraph.name !== 'w:p') return false
  const [first, last] = [paragraph.children.indexOf(begin), paragraph.children.indexOf(end)]
  const isSplit = paragraph.children.slice(first, last).some((node) => isMarkerHole(node) && node.hole.marker.kind === 'else')
  return !isSplit && paragraph.children.every((node, at) => (at >= first && at <= last) || isEmpty(node))
}

/** The node itself, then what it stands in, up to the root. What was nested already and holds it is gone round. */
function chainOf(parents: Map<XmlNode, Parent>, node: XmlNode): XmlNode[] {
  const chain: XmlNode[] = []
  for (let at: XmlNode | undefined = node; at !== undefined; ) {
    chain.push(at)
    const parent: Parent | undefined = parents.get(at)
    at = parent === undefined ? undefined : isElement(parent) ? parent : holeOf(parents, parent)
  }
  const inner = chain.findLastIndex(isBlockHole)
  return inner > 0 ? chain.slice(inner) : chain
}

const holeOf = (parents: Map<XmlNode, Parent>, block: Block): XmlNode | undefined => [...parents.keys()].find((node) => isBlockHole(node) && node.hole === block)

const walls = new Set(['w:tbl', 'w:txbxContent'])
const isWalled = (chain: readonly XmlNode[], top: XmlNode): boolean => chain.slice(0, chain.indexOf(top) + 1).some((node) => isElement(node) && walls.has(node.name))

function takeOut(parents: Map<XmlNode, Parent>, mark: XmlNode): void {
  const parent = parents.get(mark)!
  parent.children = parent.children.filter((child) => child !== mark)
  if ('otherwise' in parent) parent.otherwise = parent.otherwise.filter((child) => child !== mark)
}

/** Was there nothing but the marker in it? A line left empty would show where it stood. */
const isEmptied = (node: XmlNode, parents: Map<XmlNode, Parent>, marks: readonly Place[]): boolean =>
  marks.some((mark) => chainOf(parents, mark).includes(node)) && isEmpty(node)

const shows = new Set(['w:t', 'w:drawing', 'w:pict', 'w:object', 'w:sym', 'w:fldChar', 'w:fldSimple', 'w:sectPr', 'w:instrText'])

export function isEmpty(node: XmlNode): boolean {
  if (isHole(node)) return false
  if (!isElement(node)) return true
  if (shows.has(node.name)) return false
  if (node.name === 'w:br') return false
  return node.children.every(isEmpty)
}
