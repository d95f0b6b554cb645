import { Fragment } from 'react'
import styles from './fields.module.css'

const address = /(https?:\/\/[^\s<>"']+[^\s<>"'.,;:!?)\]])/

/** Running text in which web addresses can be followed. */
export function Linked({ text }: { text: string }) {
  return text.split(address).map((piece, index) =>
    index % 2 === 1
      ? <a key={index} className={styles.link} href={piece} target="_blank" rel="noreferrer noopener">{piece}</a>
      : <Fragment key={index}>{piece}</Fragment>,
  )
}
