/** What stands between the braces: {{expression | format}}, {{#lines where … by …}} … {{/lines}}, {{#if condition}} … {{else}} … {{/if}}. */
import { faultOf, type Fault, type Spot } from './faults.ts'

export interface Format {
  name: string
  /** What follows its name: '4cm', 'EUR'. */
  given: string
}

export interface ValueMarker {
  kind: 'value'
  expression: string
  formats: readonly Format[]
  written: string
  spot: Spot
}
export interface LoopMarker {
  kind: 'loop'
  path: string
  where: string | null
  by: readonly { expression: string; descending: boolean }[]
  written: string
  spot: Spot
}
export interface IfMarker {
  kind: 'if'
  condition: string
  written: string
  spot: Spot
}
export interface ClosingMarker {
  kind: 'close'
  /** 'if', the path of the loop, or '' for whatever was begun last. */
  of: string
  written: string
  spot: Spot
}
export interface ElseMarker {
  kind: 'else'
  written: string
  spot: Spot
}
export type OpeningMarker = LoopMarker | IfMarker
export type Marker = ValueMarker | OpeningMarker | ClosingMarker | ElseMarker

/** What a template asks, as it is nested: conditions are asked of the record around them, what a loop has inside of each of its own. */
export type Ask =
  | { marker: ValueMarker }
  | { marker: LoopMarker; inside: Ask[] }
  | { marker: IfMarker; inside: Ask[]; otherwise: Ask[] }

const braces = /\{\{((?:'[^']*'|"[^"]*"|(?!\}\}|\{\{)[\s\S])*)\}\}/g

export interface Found {
  at: number
  length: number
  marker: Marker
}

/** All markers of a paragraph's text, and what is wrong with those that are none. */
export function markersIn(text: string, spot: Spot): { found: Found[]; faults: Fault[] } {
  const found: Found[] = []
  const faults: Fault[] = []
  let rest = text
  for (const match of text.matchAll(braces)) {
    rest = rest.replace(match[0], ' '.repeat(match[0].length))
    const read = readMarker(match[1]!, match[0], spot)
    if ('code' in read) faults.push(read)
    else found.push({ at: match.index, length: match[0].length, marker: read })
  }
  const open = rest.indexOf('{{')
  if (open >= 0) faults.push(faultOf('template.marker_open', spot, { marker: text.slice(open, open + 60) }))
  return { found, faults }
}

function readMarker(between: string, written: string, spot: Spot): Marker | Fault {
  const text = plainSigns(between).trim()
  const about = { written: plainSigns(written), spot }
  if (text === '') return faultOf('template.marker_empty', spot, { marker: written })
  if (text.startsWith('/')) return { kind: 'close', of: text.slice(1).trim(), ...about }
  if (/^else$/i.test(text)) return { kind: 'else', ...about }
  if (!text.startsWith('#')) {
    const [expression, ...formats] = divided(text, /^\|(?!\|)/)
    return { kind: 'value', expression: expression!.trim(), formats: formats.map(formatOf), ...about }
  }
  const opening = text.slice(1).trim()
  const condition = /^if\b/i.exec(opening)
  return condition !== null ? { kind: 'if', condition: opening.slice(2).trim(), ...about } : { kind: 'loop', ...loopOf(opening), ...about }
}

/** Word puts typographic quotes and hard spaces where straight ones were typed. */
const plainSigns = (text: string): string => text.replace(/[\u00a0\u202f\t\n]/g, ' ').replace(/[‘’‚‛]/g, "'").replace(/[“”„‟]/g, '"')

function formatOf(text: string): Format {
  const [name = '', ...given] = text.trim().split(/\s+/)
  return { name: name.toLowerCase(), given: given.join(' ').replace(/^(['"])(.*)\1$/, '$2') }
}

function loopOf(text: string): Pick<LoopMarker, 'path' | 'where' | 'by'> {
  const [before, ordered] = divided(text, /^\sby\s/i) as [string, string?]
  const [path, where] = divided(before, /^\swhere\s/i) as [string, string?]
  const keys = ordered === undefined ? [] : divided(ordered, /^,/)
  return {
    path: path.trim(),
    where: where?.trim() ?? null,
    by: keys.map((key) => {
      const descending = /^\s*-/.test(key) || /\sdesc\s*$/i.test(key)
      return { expression: key.replace(/^\s*-/, '').replace(/\s(desc|asc)\s*$/i, '').trim(), descending }
    }),
  }
}

/** Divided at a sign that stands outside quotes and brackets. */
function divided(text: string, at: RegExp): string[] {
  const pieces: string[] = []
  let [start, depth, quote] = [0, 0, '']
  for (let place = 0; place < text.length; place++) {
    const sign = text[place]!
    if (quote !== '') quote = sign === quote ? '' : quote
    else if (sign === "'" || sign === '"') quote = sign
    else if (sign === '(') depth++
    else if (sign === ')') depth--
    else if (depth === 0) {
      const found = at.exec(text.slice(place, place + 12))
      if (found === null) continue
      pieces.push(text.slice(start, place))
      start = place + found[0].length
      place = start - 1
    }
  }
  return [...pieces, text.slice(start)]
}

/** What ends it, as it is to be written. */
export const closingOf = (marker: OpeningMarker): string => (marker.kind === 'if' ? '{{/if}}' : `{{/${marker.path}}}`)

/** Does this closing marker end that opening one? */
export const closes = (closing: ClosingMarker, opening: OpeningMarker): boolean => closing.of === '' || closing.of === (opening.kind === 'if' ? 'if' : opening.path)
