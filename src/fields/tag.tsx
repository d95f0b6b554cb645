import type { ReactNode } from 'react'
import type { Color } from '../contract/definition.ts'
import type { Density } from './web.ts'
import styles from './fields.module.css'

/** A short state or class in its colour of the palette; the word carries the meaning, the colour only helps. */
export function Tag({ color = 'grey', children, title }: { color?: Color; children: ReactNode; title?: string }) {
  return (
    <span className={styles.tag} data-color={color} title={title ?? (typeof children === 'string' ? children : undefined)}>
      {children}
    </span>
  )
}

export interface TagOf {
  key: string
  label: string
  color?: Color
  /** What stands in the tag where it is more than the label: a link. */
  children?: ReactNode
}

const mostInCell = 2

/** Several tags: all of them on a page; in a cell two, or the first and how many more, all of them named to whoever points at it. */
export function Tags({ of, density }: { of: readonly TagOf[]; density: Density }) {
  const isCell = density === 'cell'
  const shown = isCell && of.length > mostInCell ? of.slice(0, mostInCell - 1) : of
  const all = of.map(({ label }) => label).join(', ')
  return (
    <span className={styles.tags} data-density={density} title={isCell && of.length > 1 ? all : undefined}>
      {shown.map(({ key, label, color, children }) => <Tag key={key} color={color} title={isCell && of.length > 1 ? all : label}>{children ?? label}</Tag>)}
      {shown.length < of.length && <span className={styles.moreTags} aria-label={of.slice(shown.length).map(({ label }) => label).join(', ')} role="img">+{of.length - shown.length}</span>}
    </span>
  )
}
