/** Reading HTML into elements and words, by a grammar small enough to be sure of. */
import type { Refusal } from '../../contract/refusal.ts'
import { no } from '../refusals.ts'

export const tags = ['p', 'h2', 'h3', 'ul', 'ol', 'li', 'blockquote', 'strong', 'em', 'u', 's', 'a', 'br'] as const
export type Tag = (typeof tags)[number]
export const blockTags: ReadonlySet<Tag> = new Set(['p', 'h2', 'h3', 'ul', 'ol', 'li', 'blockquote'])
export const inlineTags: ReadonlySet<Tag> = new Set(['strong', 'em', 'u', 's', 'a', 'br'])

/** What other programs write for the same. */
const sameAs: Readonly<Record<string, Tag>> = { b: 'strong', i: 'em', del: 's', strike: 's', h1: 'h2', h4: 'h3', h5: 'h3', h6: 'h3', div: 'p' }

export interface RawElement {
  tag: Tag
  href?: string
  children: RawNode[]
}
export type RawNode = string | RawElement

/** Lists in lists in lists: deeper than anybody reads, and each level is a call. */
const deepest = 30

export function readTree(html: string): RawNode[] | Refusal {
  const root: RawNode[] = []
  const open: RawElement[] = []
  const place = () => open.at(-1)?.children ?? root
  for (const [token, closing, written, attributes] of html.matchAll(/<(\/?)([a-zA-Z][a-zA-Z0-9]*)([^<>]*)>|[^<]+|</g)) {
    if (written === undefined) {
      const text = token === '<' ? null : decoded(token)
      if (text === null) return no('richText.form')
      addText(place(), text.replace(/\n/g, ' '))
      continue
    }
    const tag = tagOf(written)
    if (tag === null) return no('richText.tag', { tag: written, allowed: tags.join(', ') })
    if (closing === '/') {
      if (tag !== 'br' && open.pop()?.tag !== tag) return no('richText.form')
      continue
    }
    const href = tag === 'a' ? hrefIn(attributes!) : undefined
    if (href === null) return no('richText.link', { value: attributes!.trim() })
    const element: RawElement = { tag, ...(href === undefined ? {} : { href }), children: [] }
    place().push(element)
    if (tag !== 'br' && open.push(element) > deepest) return no('richText.deep', { max: deepest })
  }
  return open.length === 0 ? root : no('richText.form')
}

function tagOf(written: string): Tag | null {
  const tag = written.toLowerCase()
  return Object.hasOwn(sameAs, tag) ? sameAs[tag]! : (tags as readonly string[]).includes(tag) ? (tag as Tag) : null
}

function addText(nodes: RawNode[], text: string): void {
  const last = nodes.at(-1)
  if (typeof last === 'string') nodes[nodes.length - 1] = last + text
  else nodes.push(text)
}

/** Only addresses that open a page, a letter or a call; undefined when there is none, null when it is another. */
function hrefIn(attributes: string): string | null | undefined {
  const found = /\shref\s*=\s*(?:"([^"]*)"|'([^']*)')/i.exec(attributes)
  if (found === null) return undefined
  const href = decoded(found[1] ?? found[2] ?? '')?.trim()
  return href !== undefined && href.length <= 2048 && /^(https?:\/\/|mailto:|tel:)[^\s<>"\p{Cc}]+$/iu.test(href) && URL.canParse(href) ? href : null
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' }

/** null where a number stands for a character that no text may hold. */
function decoded(text: string): string | null {
  let sound = true
  const written = text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos|nbsp));/gi, (_whole, hex?: string, decimal?: string, entity?: string) => {
    if (entity !== undefined) return entities[entity.toLowerCase()]!
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
    if (code >= 32 && code <= 0x10ffff && !(code >= 127 && code < 160) && !(code >= 0xd800 && code < 0xe000)) return String.fromCodePoint(code)
    sound = false
    return ''
  })
  return sound ? written : null
}
