/** XML as a tree that is written back as it was: attributes stay the text they are, for nothing may change that no marker asked for. */
export interface XmlElement {
  name: string
  /** As written, with a space before the first. */
  attributes: string
  children: XmlNode[]
}
export interface XmlText {
  /** Unescaped. */
  text: string
}
/** A declaration, a comment: kept to the letter. */
export interface XmlOther {
  raw: string
}
/** Where something is yet to be put; not written by `writeXml`. */
export interface XmlHole<H = unknown> {
  hole: H
}
export type XmlNode = XmlElement | XmlText | XmlOther | XmlHole

/** Not XML, or XML that would become something larger than it is. */
export class NotXml extends Error {
  constructor() {
    super('not XML')
    this.name = 'NotXml'
  }
}

export const isElement = (node: unknown): node is XmlElement => typeof node === 'object' && node !== null && 'attributes' in node
export const isText = (node: unknown): node is XmlText => typeof node === 'object' && node !== null && 'text' in node && !('attributes' in node)
export const isHole = (node: unknown): node is XmlHole => typeof node === 'object' && node !== null && 'hole' in node
export const element = (name: string, attributes = '', children: XmlNode[] = []): XmlElement => ({ name, attributes, children })
export const childrenNamed = (of: XmlElement, name: string): XmlElement[] => of.children.filter((child): child is XmlElement => isElement(child) && child.name === name)
export const childNamed = (of: XmlElement, name: string): XmlElement | undefined => childrenNamed(of, name)[0]

const deepest = 400
const piece = /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[([\s\S]*?)\]\]>|<!|<\/([^\s>]+)\s*>|<([^\s/>!?]+)((?:[^>"']|"[^"]*"|'[^']*')*?)(\/?)>|[^<]+/g

/** Document types are refused: with entities of one's own a small file becomes a huge one. */
export function parseXml(text: string): XmlElement {
  const root = element('')
  const open: XmlElement[] = [root]
  let at = 0
  for (const found of text.replace(/^\uFEFF/, '').matchAll(piece)) {
    if (found.index !== at) throw new NotXml()
    at += found[0].length
    take(found, open)
  }
  if (open.length !== 1 || !root.children.some(isElement)) throw new NotXml()
  return root
}

function take([whole, literal, closing, opening, attributes, alone]: RegExpMatchArray, open: XmlElement[]): void {
  const parent = open.at(-1)!
  if (opening !== undefined) {
    const made = element(opening, attributes!.trimEnd())
    parent.children.push(made)
    if (alone === '' && open.push(made) > deepest) throw new NotXml()
  } else if (closing !== undefined) {
    if (open.length === 1 || parent.name !== closing) throw new NotXml()
    open.pop()
  } else if (literal !== undefined) parent.children.push({ text: literal })
  else if (whole === '<!') throw new NotXml()
  else if (whole.startsWith('<')) parent.children.push({ raw: whole })
  else parent.children.push({ text: unescaped(whole) })
}

export function writeXml(node: XmlNode): string {
  if (isText(node)) return escaped(node.text)
  if (isHole(node)) throw new Error('a hole is left in what is written')
  if (!isElement(node)) return node.raw
  const inside = node.children.length === 0 ? '' : node.children.map(writeXml).join('')
  if (node.name === '') return inside
  return inside === '' ? `<${node.name}${node.attributes}/>` : `<${node.name}${node.attributes}>${inside}</${node.name}>`
}

/** Control characters have no place in XML at all: not even as numbers. */
export const escaped = (text: string): string =>
  text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').replace(/[&<>"]/g, (sign) => entities[sign]!)

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

export function unescaped(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w{2,4}));/gi, (whole, hex: string | undefined, decimal: string | undefined, name: string | undefined) => {
    if (name !== undefined) return named[name] ?? whole
    const code = hex === undefined ? Number(decimal) : parseInt(hex, 16)
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}

export function attribute(of: XmlElement, name: string): string | null {
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(of.attributes)
  return found === null ? null : unescaped(found[1] ?? found[2] ?? '')
}

/** The same element with that attribute; null takes it away. */
export function withAttribute(of: XmlElement, name: string, value: string | null): void {
  const without = of.attributes.replace(new RegExp(`\\s${name}\\s*=\\s*(?:"[^"]*"|'[^']*')`), '')
  of.attributes = value === null ? without : `${without} ${name}="${escaped(value)}"`
}

/** Every element below, in the order of the document. */
export function* below(of: XmlElement): Generator<XmlElement> {
  for (const child of of.children) {
    if (!isElement(child)) continue
    yield child
    yield* below(child)
  }
}
