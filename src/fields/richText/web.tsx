import { createElement, lazy, Suspense } from 'react'
import type { ReactNode } from 'react'
import { Skeleton } from '@mantine/core'
import { isRefused } from '../characters.ts'
import type { FieldEditProps, FieldShowProps, FieldWeb } from '../web.ts'
import { TypedFilter } from '../typed.tsx'
import { plainOf } from './field.ts'
import { readMarkup, type MarkupNode } from './markup.ts'
import styles from '../fields.module.css'

// The editor is larger than all other fields together, so it comes when somebody writes.
const RichTextEdit = lazy(async () => ({ default: (await import('./editor.tsx')).RichTextEdit }))

/** Drawn element by element from the tree; the text itself is never given to the browser as HTML. */
function drawn(nodes: readonly MarkupNode[]): ReactNode[] {
  return nodes.map((node, key) => {
    if (typeof node === 'string') return node
    if (node.tag === 'br') return <br key={key} />
    const outward = node.tag === 'a' ? { href: node.href, className: styles.link, ...(node.href?.startsWith('http') ? { target: '_blank', rel: 'noreferrer noopener' } : {}) } : {}
    return createElement(node.tag, { key, ...outward }, ...drawn(node.children))
  })
}

function Show({ value, density }: FieldShowProps<'richText'>) {
  if (value === null) return null
  if (density === 'cell') return <span className={styles.oneLine}>{plainOf(value)!.split('\n', 1)[0]}</span>
  const blocks = readMarkup(value)
  return <div className={styles.rich}>{isRefused(blocks) ? value : drawn(blocks)}</div>
}

function Edit(props: FieldEditProps<'richText'>) {
  return <Suspense fallback={<Skeleton h="11rem" />}><RichTextEdit {...props} /></Suspense>
}

export const web: FieldWeb<'richText'> = { Show, Edit, Filter: TypedFilter, wide: true, composite: true, tall: true }
