/** Word cuts a text into runs wherever spelling, language or an edit changed: markers are put together again and become holes between runs. */
import type { Fault, Spot } from '../../reading/faults.ts'
import { markersIn, type Marker } from '../../reading/markers.ts'
import { attribute, below, childNamed, element, isElement, isText, withAttribute, type XmlElement, type XmlHole, type XmlNode } from '../../reading/xml.ts'

/** A marker with the look (w:rPr) of the text it was written in. */
export interface MarkerHole {
  marker: Marker
  look: XmlElement | undefined
}
/** A picture whose alternative text names the one to be shown instead. */
export interface PictureHole {
  drawing: XmlElement
  marker: Extract<Marker, { kind: 'value' }>
}

interface Atom {
  holder: XmlElement
  run: XmlElement
  node: XmlElement
  at: number
  text: string
}

const transparent = new Set(['w:hyperlink', 'w:ins', 'w:smartTag', 'w:sdt', 'w:sdtContent', 'w:fldSimple'])

export function holesInParagraph(paragraph: XmlElement, spot: Spot): Fault[] {
  const atoms = atomsOf(paragraph)
  const text = atoms.map((atom) => atom.text).join('')
  if (!text.includes('{{')) return []
  const { found, faults } = markersIn(text, spot)
  // From the last to the first: what is cut off behind does not move what stands before.
  for (const { at, length, marker } of found.toReversed()) cutOut(atoms, at, at + length, marker)
  return faults
}

export const textOfParagraph = (paragraph: XmlElement): string => atomsOf(paragraph).map((atom) => atom.text).join('')

function atomsOf(paragraph: XmlElement): Atom[] {
  const atoms: Atom[] = []
  let at = 0
  const add = (holder: XmlElement, run: XmlElement, node: XmlElement, text: string) => {
    if (text !== '') atoms.push({ holder, run, node, at, text })
    at += text.length
  }
  const visit = (holder: XmlElement) => {
    for (const child of holder.children) {
      if (!isElement(child)) continue
      if (child.name === 'w:r') for (const node of child.children) if (isElement(node)) add(holder, child, node, textOfNode(node))
      if (transparent.has(child.name)) visit(child)
    }
  }
  visit(paragraph)
  return atoms
}

function textOfNode(node: XmlElement): string {
  if (node.name === 'w:t') return node.children.map((child) => (isText(child) ? child.text : '')).join('')
  if (node.name === 'w:noBreakHyphen') return '-'
  return node.name === 'w:tab' ? '\t' : node.name === 'w:br' || node.name === 'w:cr' ? '\n' : ''
}

function cutOut(atoms: Atom[], from: number, until: number, marker: Marker): void {
  const touched = atoms.filter((atom) => atom.at < until && atom.at + atom.text.length > from)
  const [first, ...others] = touched as [Atom, ...Atom[]]
  for (const atom of others) keep(atom, atom.text.slice(until - atom.at))
  const rest = first.text.slice(until - first.at)
  const hole: XmlHole<MarkerHole> = { hole: { marker, look: childNamed(first.run, 'w:rPr') } }
  const behind = splitRun(first, rest)
  keep(first, first.text.slice(0, from - first.at))
  const place = first.holder.children.indexOf(first.run)
  first.holder.children.splice(place, 1, ...(isBare(first.run) ? [] : [first.run]), hole, ...(isBare(behind) ? [] : [behind]))
}

/** What stands behind the atom goes into a run of its own, with the same look. */
function splitRun({ run, node }: Atom, rest: string): XmlElement {
  const place = run.children.indexOf(node)
  const look = childNamed(run, 'w:rPr')
  const after = run.children.splice(place + 1)
  return element('w:r', run.attributes, [...(look === undefined ? [] : [look]), ...(rest === '' ? [] : [textNode(rest)]), ...after])
}

function keep(atom: Atom, text: string): void {
  atom.text = text
  if (text === '') atom.run.children = atom.run.children.filter((child) => child !== atom.node)
  else if (atom.node.name === 'w:t') {
    atom.node.children = [{ text }]
    withAttribute(atom.node, 'xml:space', 'preserve')
  }
}

const textNode = (text: string): XmlElement => element('w:t', ' xml:space="preserve"', [{ text }])
const isBare = (run: XmlElement): boolean => run.children.every((child) => isElement(child) && child.name === 'w:rPr')

/** Pictures of a run that name another in their alternative text. */
export function holesInDrawings(part: XmlElement, spotOf: (picture: string) => Spot): Fault[] {
  const faults: Fault[] = []
  for (const run of [...below(part)].filter(({ name }) => name === 'w:r')) {
    run.children = run.children.map((child): XmlNode => {
      if (!isElement(child) || child.name !== 'w:drawing') return child
      const properties = [...below(child)].find(({ name }) => name === 'wp:docPr')
      const written = properties === undefined ? null : [attribute(properties, 'descr'), attribute(properties, 'title')].find((text) => text?.includes('{{'))
      if (written === null || written === undefined) return child
      const read = markersIn(written, spotOf(attribute(properties!, 'name') ?? ''))
      faults.push(...read.faults)
      const marker = read.found[0]?.marker
      if (marker?.kind !== 'value') return child
      const shown = marker.formats.some(({ name }) => name === 'image') ? marker : { ...marker, formats: [...marker.formats, { name: 'image', given: '' }] }
      return { hole: { drawing: child, marker: shown } } satisfies XmlHole<PictureHole>
    })
  }
  return faults
}
