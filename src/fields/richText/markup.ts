/**
 * Formatted text: a small part of HTML, read into a tree and written back from it. What is kept is always what the tree says, so
 * nothing that could run gets through: an element not named here is refused, and of attributes only a link's address is read.
 */
import type { Refusal } from '../../contract/refusal.ts'
import { isRefused } from '../characters.ts'
import { no } from '../refusals.ts'
import { blockTags, inlineTags, readTree, type RawElement, type RawNode, type Tag } from './tree.ts'

export interface MarkupElement {
  tag: Tag
  href?: string
  children: readonly MarkupNode[]
}
export type MarkupNode = string | MarkupElement

/** The blocks of a formatted text in order; empty when there is nothing to read in it. */
export function readMarkup(html: string): MarkupElement[] | Refusal {
  const raw = readTree(html)
  if (isRefused(raw)) return raw
  const blocks = blocksOf(raw)
  if (isRefused(blocks)) return blocks
  const isBlank = (block: MarkupElement | undefined) => block !== undefined && textOf(block).trim() === ''
  while (isBlank(blocks.at(-1))) blocks.pop()
  while (isBlank(blocks[0])) blocks.shift()
  return blocks
}

/** Words that stand between blocks become a paragraph of their own. */
function blocksOf(nodes: readonly RawNode[]): MarkupElement[] | Refusal {
  const blocks: MarkupElement[] = []
  let loose: RawNode[] = []
  const gather = (): Refusal | null => {
    const children = loose.some((node) => typeof node !== 'string' || node.trim() !== '') ? inlineOf(loose) : []
    loose = []
    if (isRefused(children)) return children
    if (children.length > 0) blocks.push({ tag: 'p', children })
    return null
  }
  for (const node of nodes) {
    if (typeof node === 'string' || inlineTags.has(node.tag)) {
      loose.push(node)
      continue
    }
    const refused = gather()
    const block = refused ?? blockOf(node)
    if (isRefused(block)) return block
    blocks.push(block)
  }
  return gather() ?? blocks
}

function blockOf({ tag, children }: RawElement): MarkupElement | Refusal {
  if (tag === 'li' || !blockTags.has(tag)) return no('richText.place', { tag })
  const inside = tag === 'ul' || tag === 'ol' ? itemsOf(children) : tag === 'blockquote' ? blocksOf(children) : inlineOf(children)
  return isRefused(inside) ? inside : { tag, children: inside }
}

function itemsOf(nodes: readonly RawNode[]): MarkupElement[] | Refusal {
  const items: MarkupElement[] = []
  for (const node of nodes) {
    if (typeof node === 'string' && node.trim() === '') continue
    if (typeof node === 'string' || node.tag !== 'li') return no('richText.place', { tag: typeof node === 'string' ? node.trim().slice(0, 20) : node.tag })
    const children = blocksOf(node.children)
    if (isRefused(children)) return children
    items.push({ tag: 'li', children })
  }
  return items
}

function inlineOf(nodes: readonly RawNode[]): MarkupNode[] | Refusal {
  const found: MarkupNode[] = []
  for (const node of nodes) {
    if (typeof node === 'string') {
      found.push(node)
      continue
    }
    if (!inlineTags.has(node.tag)) return no('richText.place', { tag: node.tag })
    const children = inlineOf(node.children)
    if (isRefused(children)) return children
    if (node.tag === 'a' && node.href === undefined) found.push(...children)
    else if (node.tag === 'br' || children.length > 0) found.push({ tag: node.tag, ...(node.href === undefined ? {} : { href: node.href }), children })
  }
  return found
}

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')

/** The one form in which it is kept. */
export function writeMarkup(nodes: readonly MarkupNode[]): string {
  return nodes
    .map((node) => {
      if (typeof node === 'string') return escaped(node)
      if (node.tag === 'br') return '<br>'
      const href = node.href === undefined ? '' : ` href="${escaped(node.href).replace(/"/g, '&quot;')}"`
      return `<${node.tag}${href}>${writeMarkup(node.children)}</${node.tag}>`
    })
    .join('')
}

/** A plain text as a formatted one: a paragraph a line. Its SQL twin is in widening.ts. */
export const markupOf = (text: string): string => text.split('\n').map((line) => `<p>${escaped(line)}</p>`).join('')

/** What there is to read, line by line; points and numbers of lists are written out. */
export function plainText(nodes: readonly MarkupNode[]): string {
  return nodes.map((node) => (typeof node === 'string' ? node : blockText(node))).join('\n')
}

function blockText({ tag, children }: MarkupElement): string {
  if (tag === 'blockquote') return plainText(children)
  if (tag !== 'ul' && tag !== 'ol') return textOf({ tag, children })
  return (children as readonly MarkupElement[]).map((item, index) => `${tag === 'ul' ? '•' : `${index + 1}.`} ${plainText(item.children).replace(/\n/g, '\n  ')}`).join('\n')
}

function textOf(node: MarkupNode): string {
  return typeof node === 'string' ? node : node.tag === 'br' ? '\n' : node.children.map(textOf).join('')
}
