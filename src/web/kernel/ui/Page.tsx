import type { ReactNode } from 'react'
import { useTitle } from './title.ts'
import style from './page.module.css'

/** A screen of one column under its heading: settings, and whatever reads like them. */
export function Page({ title, lead, acts, wide, children }: { title: string; lead?: ReactNode; acts?: ReactNode; wide?: boolean; children: ReactNode }) {
  useTitle(title)
  return (
    <div className={style.page} data-wide={wide || undefined}>
      <header className={style.head}>
        <h1 className={style.title}>{title}</h1>
        {acts && <div className={style.acts}>{acts}</div>}
        {lead && <p className={style.lead}>{lead}</p>}
      </header>
      {children}
    </div>
  )
}

/** What it is about on the left, what one does on the right; one above the other where it is narrow. */
export function Section({ title, about, children, wide }: { title: string; about?: ReactNode; children: ReactNode; wide?: boolean }) {
  return (
    <section className={style.section} data-wide={wide || undefined} aria-label={title}>
      <div>
        <h2 className={style.sectionTitle}>{title}</h2>
        {about && <p className={style.about}>{about}</p>}
      </div>
      <div className={style.sectionBody}>{children}</div>
    </section>
  )
}

export function Refusal({ children }: { children: ReactNode }) {
  return <div className={style.refusal} role="alert">{children}</div>
}
