import type { FieldShowProps, FieldWeb } from '../web.ts'
import { useSay } from '../web.ts'
import { words } from '../web-texts.ts'
import { Breakable } from '../breakable.tsx'
import { TypedEdit, TypedFilter } from '../typed.tsx'
import styles from '../fields.module.css'

export function MailTo({ address }: { address: string }) {
  const say = useSay()
  return <a className={styles.link} href={`mailto:${encodeURIComponent(address).replace('%40', '@')}`} title={say(words.writeTo, { address })} onClick={(event) => event.stopPropagation()}><Breakable text={address} /></a>
}

function Show({ value, density }: FieldShowProps<'mail'>) {
  if (value === null) return null
  return density === 'cell' ? <span className={styles.oneLine}>{value}</span> : <MailTo address={value} />
}

export const web: FieldWeb<'mail'> = { Show, Edit: (props) => <TypedEdit {...props} options={{ inputMode: 'email' }} />, Filter: TypedFilter }
