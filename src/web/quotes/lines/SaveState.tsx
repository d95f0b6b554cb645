import { Button } from '@mantine/core'
import { sentence } from '../../kernel/api/problem.ts'
import { useLanguage, useText } from '../../kernel/ui/language.ts'
import { texts } from '../texts.ts'
import style from '../quotes.module.css'
import type { Saving } from './useSaving.ts'

/** Where what was typed is now: on the server, on its way, or not accepted and why. */
export function SaveState({ saving: { busy, isDirty, error, waitingForName, save } }: { saving: Saving }) {
  const t = useText()
  const language = useLanguage()
  const isRefused = error !== null && !busy
  return (
    <span className={style.saved} role="status" data-tone={isRefused ? 'red' : undefined}>
      {isRefused ? t(texts.notSaved, { why: sentence(error, language) }) : t(busy ? texts.saving : isDirty ? texts.unsaved : texts.saved)}
      {!isRefused && waitingForName > 0 && ` · ${t(texts.waitForName, { count: waitingForName })}`}
      {(isDirty || isRefused) && !busy && <Button size="compact-xs" onClick={() => void save()}>{t(texts.saveNow)}</Button>}
    </span>
  )
}
