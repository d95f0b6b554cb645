/** XML piece by piece, as workbooks hold it. Document types are refused: entities of one's own are a way to make a small file huge. */
import { refuseFile } from '../limits.ts'

export interface XmlHandler {
  /** Name without its prefix; attributes as written, for `attribute()`. */
  open(name: string, attributes: string): void
  /** May come in several pieces. */
  text(text: string): void
  close(name: string): void
}

const maxTag = 1_000_000

/** A document that ends before its elements do was cut off: refused at `end`, so that no half of a sheet passes for the whole. */
export function xmlParser(given: XmlHandler) {
  const decoder = new TextDecoder()
  let rest = ''
  let depth = 0
  const handler: XmlHandler = {
    open(name, attributes) {
      depth++
      given.open(name, attributes)
    },
    text: (text) => given.text(text),
    close(name) {
      depth--
      given.close(name)
    },
  }

  function take(text: string): void {
    let at = 0
    for (;;) {
      const tag = text.indexOf('<', at)
      if (tag < 0) {
        const cut = safeCut(text, at)
        if (cut > at) handler.text(unescaped(text.slice(at, cut)))
        rest = text.slice(cut)
        return
      }
      if (tag > at) handler.text(unescaped(text.slice(at, tag)))
      const end = tagEnd(text, tag, handler)
      if (end < 0) {
        rest = text.slice(tag)
        if (rest.length > maxTag) refuseFile('import.damaged')
        return
      }
      at = end
    }
  }

  return {
    push: (bytes: Uint8Array): void => take(rest + decoder.decode(bytes, { stream: true })),
    end(): void {
      take(rest + decoder.decode())
      if (depth !== 0 || rest.startsWith('<')) refuseFile('import.cut_off')
    },
  }
}

/** The whole of a small document. */
export function parseXml(text: string, handler: XmlHandler): void {
  const parser = xmlParser(handler)
  parser.push(Buffer.from(text))
  parser.end()
}

/** Tells the handler of the tag at `start`; the place after it, or -1 when it is not whole yet. */
function tagEnd(text: string, start: number, handler: XmlHandler): number {
  const kind = text[start + 1]
  if (kind === '?') return after(text, '?>', start)
  if (kind === '!') return declaration(text, start, handler)
  let end = text.indexOf('>', start)
  while (end >= 0 && hasOpenQuote(text, start, end)) end = text.indexOf('>', end + 1)
  if (end < 0) return -1
  if (kind === '/') handler.close(localName(text.slice(start + 2, end).trim()))
  else openTag(text, start, end, handler)
  return end + 1
}

function openTag(text: string, start: number, end: number, handler: XmlHandler): void {
  const closed = text[end - 1] === '/'
  let stop = start + 1
  const last = closed ? end - 1 : end
  while (stop < last && text.charCodeAt(stop) > 32) stop++
  const name = localName(text.slice(start + 1, stop))
  handler.open(name, stop < last ? text.slice(stop, last) : '')
  if (closed) handler.close(name)
}

function declaration(text: string, start: number, handler: XmlHandler): number {
  const opening = text.slice(start, start + 9)
  if (opening.startsWith('<!--')) return after(text, '-->', start)
  if (opening === '<![CDATA[') {
    const end = text.indexOf(']]>', start)
    if (end >= 0) handler.text(text.slice(start + 9, end))
    return end < 0 ? -1 : end + 3
  }
  return opening.length < 9 && ('<!--'.startsWith(opening) || '<![CDATA['.startsWith(opening)) ? -1 : refuseFile('import.damaged')
}

const after = (text: string, mark: string, from: number): number => {
  const place = text.indexOf(mark, from)
  return place < 0 ? -1 : place + mark.length
}

function hasOpenQuote(text: string, start: number, end: number): boolean {
  let quote = 0
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at)
    if (quote !== 0) quote = code === quote ? 0 : quote
    else if (code === 34 || code === 39) quote = code
  }
  return quote !== 0
}

const localName = (name: string): string => {
  const colon = name.indexOf(':')
  return colon < 0 ? name : name.slice(colon + 1)
}

/** Text is handed on up to here: not in the middle of an entity. */
function safeCut(text: string, from: number): number {
  const entity = text.lastIndexOf('&')
  return entity >= from && entity > text.length - 12 && !text.includes(';', entity) ? entity : text.length
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function unescaped(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w{2,4}));/gi, (whole, hex: string | undefined, decimal: string | undefined, name: string | undefined) => {
    if (name !== undefined) return named[name] ?? whole
    const code = hex === undefined ? Number(decimal) : parseInt(hex, 16)
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}

/** The value of an attribute, whatever its prefix; null when it is not there. */
export function attribute(attributes: string, name: string): string | null {
  const plain = ` ${name}="`
  const place = attributes.indexOf(plain)
  if (place >= 0) return unescaped(attributes.slice(place + plain.length, attributes.indexOf('"', place + plain.length)))
  if (!attributes.includes(name)) return null
  const found = new RegExp(`(?:^|[\\s:])${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes)
  return found === null ? null : unescaped(found[1] ?? found[2] ?? '')
}
