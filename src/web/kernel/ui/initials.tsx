import type { Color } from '../../../contract/definition.ts'
import { palette } from './theme.ts'
import style from './ui.module.css'

const tones: Color[] = ['teal', 'blue', 'violet', 'amber', 'green', 'grey']

/** The round mark before a person's or firm's name. The same name has the same colour everywhere. */
export function Initials({ name, size = 20, square = false }: { name: string; size?: number; square?: boolean }) {
  const tone = palette[tones[sum(name) % tones.length]!]
  return (
    <span
      className={style.initials}
      aria-hidden
      style={{ width: size, height: size, fontSize: Math.max(9, Math.round(size * 0.42)), borderRadius: square ? Math.round(size / 4) : '50%', background: `var(--${tone}-bg)`, color: `var(--${tone})` }}
    >
      {initialsOf(name)}
    </span>
  )
}

export function initialsOf(name: string): string {
  const words = name.split(/[\s\-–/.,]+/).filter((word) => /\p{L}/u.test(word))
  const first = words[0] ?? ''
  const last = words.length > 1 ? words[1]! : ''
  return (first.slice(0, 1) + (last === '' ? first.slice(1, 2) : last.slice(0, 1))).toLocaleUpperCase('pl')
}

const sum = (name: string) => [...name].reduce((total, letter) => (total * 31 + letter.codePointAt(0)!) >>> 0, 7)
