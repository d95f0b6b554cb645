import type { Color } from '../contract/definition.ts'
import styles from './fields.module.css'

const tones: readonly Color[] = ['teal', 'blue', 'violet', 'amber', 'green', 'grey']

/** Two letters for a name: of its first two words ('Hydrotech Wiśniewski sp. z o.o.' → HW). */
export function initialsOf(name: string): string {
  const words = name.split(/[\s\-–/.,„”"()]+/).filter((word) => /\p{L}/u.test(word))
  const [first = '', second = ''] = words
  return (first.slice(0, 1) + (second === '' ? first.slice(1, 2) : second.slice(0, 1))).toLocaleUpperCase('pl')
}

/** The same name has the same colour everywhere, so that people recognise each other by it. */
const toneOf = (name: string): Color => tones[[...name].reduce((total, letter) => (total * 31 + letter.codePointAt(0)!) >>> 0, 7) % tones.length]!

export interface FaceProps {
  name: string
  /** Address of a picture; initials without one. */
  picture?: string
  size?: 'small' | 'medium' | 'large'
  /** Organisations are square, people round. */
  square?: boolean
}

/** A picture or initials. The name always stands beside it, so it says nothing to a screen reader. */
export function Face({ name, picture, size = 'small', square = false }: FaceProps) {
  if (picture !== undefined) return <img className={styles.face} data-size={size} data-square={square} src={picture} alt="" />
  return (
    <span className={styles.face} data-size={size} data-square={square} data-color={toneOf(name)} aria-hidden>
      {initialsOf(name)}
    </span>
  )
}
