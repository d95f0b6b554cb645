import type { ReactNode } from 'react'
import type { Color } from '../../../contract/definition.ts'
import { palette } from './theme.ts'
import style from './ui.module.css'

/** A short state or class, coloured from the one palette; the word carries the meaning, colour only helps. */
export function Tag({ color = 'grey', children, title }: { color?: Color; children: ReactNode; title?: string }) {
  const name = palette[color]
  return (
    <span className={style.tag} title={title} style={{ background: `var(--${name}-bg)`, color: `var(--${name})` }}>
      {children}
    </span>
  )
}
