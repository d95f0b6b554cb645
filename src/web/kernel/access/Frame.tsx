import type { ReactNode } from 'react'
import { UnstyledButton } from '@mantine/core'
import { languageNames, useChooseLanguage } from '../ui/chooseLanguage.ts'
import { useLanguage } from '../ui/language.ts'
import type { Language } from '../../../contract/text.ts'
import style from './access.module.css'

/** The page before anyone is in: the mark, a card, the languages. */
export function Frame({ title, lead, wide = false, children }: { title: string; lead?: string; wide?: boolean; children: ReactNode }) {
  const language = useLanguage()
  const choose = useChooseLanguage()
  return (
    <main className={style.page}>
      <div className={style.card} data-wide={wide || undefined}>
        <div className={style.brand}>
          <span className={style.dot} aria-hidden />
          Sedno
        </div>
        <h1 className={style.title}>{title}</h1>
        {lead && <p className={style.lead}>{lead}</p>}
        {children}
      </div>
      <div className={style.languages}>
        {Object.entries(languageNames).map(([code, name]) => (
          <UnstyledButton key={code} lang={code} aria-pressed={code === language} className={style.language} onClick={() => void choose(code as Language)}>
            {name}
          </UnstyledButton>
        ))}
      </div>
    </main>
  )
}
