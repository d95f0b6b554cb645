import type { FieldShowProps, FieldWeb } from '../web.ts'
import { useSay } from '../web.ts'
import { words } from '../web-texts.ts'
import { Breakable } from '../breakable.tsx'
import { TypedEdit, TypedFilter } from '../typed.tsx'
import styles from '../fields.module.css'

const bare = (address: string) => address.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '')

function Show({ value, density }: FieldShowProps<'web'>) {
  const say = useSay()
  if (value === null) return null
  if (density === 'cell') return <span className={styles.oneLine}>{bare(value)}</span>
  // Only addresses of the web are ever followed; anything else stays text.
  if (!/^https?:\/\//i.test(value)) return <span className={styles.figures}>{value}</span>
  return <a className={styles.link} href={value} target="_blank" rel="noreferrer noopener" title={say(words.opensPage, { address: value })}><Breakable text={bare(value)} /></a>
}

export const web: FieldWeb<'web'> = { Show, Edit: (props) => <TypedEdit {...props} options={{ inputMode: 'url' }} />, Filter: TypedFilter }
