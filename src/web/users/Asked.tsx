import { Button, PasswordInput } from '@mantine/core'
import type { FormEvent, ReactNode } from 'react'
import { fieldSentences, sentence } from '../kernel/api/problem.ts'
import { useLanguage, useText } from '../kernel/ui/language.ts'
import { Refusal } from '../kernel/ui/Page.tsx'
import type { Act } from '../kernel/ui/useAct.ts'
import { texts } from './account/texts.ts'
import style from './users.module.css'

export function OwnPassword({ value, onChange, error }: { value: string; onChange(password: string): void; error: unknown }) {
  const t = useText()
  return <PasswordInput label={t(texts.current)} autoComplete="current-password" value={value} onChange={(event) => onChange(event.currentTarget.value)} error={fieldSentences(error).password} required withAsterisk={false} data-autofocus />
}

export function Asked({ act, doIt, about, children }: { act: Act<[]>; doIt: string; about?: string; children: ReactNode }) {
  const language = useLanguage()
  const general = act.error !== null && Object.keys(fieldSentences(act.error)).length === 0
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void act.run()
  }
  return (
    <form className={style.form} onSubmit={submit}>
      {about && <p className={style.note}>{about}</p>}
      {children}
      {general && <Refusal>{sentence(act.error, language)}</Refusal>}
      <div className={`${style.row} ${style.end}`}><Button type="submit" variant="filled" loading={act.busy}>{doIt}</Button></div>
    </form>
  )
}
