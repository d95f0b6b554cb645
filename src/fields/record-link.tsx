import type { MouseEvent } from 'react'
import type { LinkValue } from '../contract/records.ts'
import { useSurroundings } from './web.ts'
import styles from './fields.module.css'

/** A real link, so that it opens in a new tab as links do; a plain click stays inside the application. */
export function RecordLink({ object, to, plain }: { object: string; to: LinkValue; plain?: boolean }) {
  const { recordHref, openRecord } = useSurroundings()
  const follow = (event: MouseEvent) => {
    event.stopPropagation()
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return
    event.preventDefault()
    openRecord(object, to.id)
  }
  return <a className={plain ? undefined : styles.link} href={recordHref(object, to.id)} onClick={follow}>{to.name}</a>
}
