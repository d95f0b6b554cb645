import type { ReactNode } from 'react'
import type { Color } from '../contract/definition.ts'
import styles from './fields.module.css'

/** A short state or class in its colour of the palette; the word carries the meaning, the colour only helps. */
export function Tag({ color = 'grey', children, title }: { color?: Color; children: ReactNode; title?: string }) {
  return (
    <span className={styles.tag} data-color={color} title={title ?? (typeof children === 'string' ? children : undefined)}>
      {children}
    </span>
  )
}
