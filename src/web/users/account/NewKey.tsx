import { Button, Checkbox, Select, TextInput } from '@mantine/core'
import { useState, type FormEvent } from 'react'
import { Copyable } from '../../kernel/ui/Copyable.tsx'
import { fieldSentences, sentence } from '../../kernel/api/problem.ts'
import { request } from '../../kernel/api/request.ts'
import { useSession } from '../../kernel/api/session.ts'
import { useLanguage, useText } from '../../kernel/ui/language.ts'
import { useAct } from '../../kernel/ui/useAct.ts'
import { Refusal } from '../../kernel/ui/Page.tsx'
import { Window } from '../../kernel/ui/Window.tsx'
import { keysChanged, type Key } from './KeysScreen.tsx'
import { scopeTexts, texts } from './texts.ts'
import style from '../users.module.css'

type Scope = keyof typeof scopeTexts
const spans = [30, 90, 365] as const

/** Asks what the key is for and may do; then shows it, this once. */
export function NewKey({ onClose }: { onClose(): void }) {
  const t = useText()
  const [made, setMade] = useState<(Key & { key: string }) | null>(null)
  if (made !== null) {
    return (
      <Window title={t(texts.keyMade, { name: made.name })}>
        <div className={style.form}>
          <p className={style.notice}>{t(texts.keyOnce)}</p>
          <Copyable value={made.key} label={t(texts.key)} />
          <div className={`${style.row} ${style.end}`}><Button variant="filled" onClick={onClose}>{t(texts.done)}</Button></div>
        </div>
      </Window>
    )
  }
  return <Window title={t(texts.newKey)} onClose={onClose}><KeyForm onMade={setMade} /></Window>
}

function KeyForm({ onMade }: { onMade(key: Key & { key: string }): void }) {
  const t = useText()
  const language = useLanguage()
  const { administrator } = useSession()
  const [name, setName] = useState('')
  const [scopes, setScopes] = useState<readonly Scope[]>(['records:read'])
  const [days, setDays] = useState<string>('365')
  const [wrong, setWrong] = useState<{ name?: string; scopes?: string }>({})
  const make = useAct(async () => {
    const expiresAt = days === '' ? null : new Date(Date.now() + Number(days) * 86_400_000).toISOString()
    onMade(await request<Key & { key: string }>('POST', '/api/keys', { body: { name: name.trim(), scopes, expiresAt } }))
    await keysChanged()
  })
  const at: Record<string, string | undefined> = { ...fieldSentences(make.error), ...wrong }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const missing = { ...(name.trim() === '' ? { name: t(texts.nameNeeded) } : {}), ...(scopes.length === 0 ? { scopes: t(texts.scopeNeeded) } : {}) }
    setWrong(missing)
    if (Object.keys(missing).length === 0) void make.run()
  }
  const offered = (Object.keys(scopeTexts) as Scope[]).filter((scope) => scope !== 'admin' || administrator)
  return (
    <form className={style.form} onSubmit={submit} noValidate>
      <TextInput label={t(texts.keyName)} description={t(texts.keyNameHelp)} value={name} onChange={(event) => setName(event.currentTarget.value)} error={at.name} maxLength={100} required data-autofocus inputWrapperOrder={['label', 'input', 'description', 'error']} />
      <Checkbox.Group label={t(texts.scopes)} value={[...scopes]} onChange={(chosen) => setScopes(chosen as Scope[])} error={at.scopes}>
        <div className={style.form}>
          {offered.map((scope) => <Checkbox key={scope} value={scope} size="sm" label={t(scopeTexts[scope].label)} description={t(scopeTexts[scope].help)} />)}
        </div>
      </Checkbox.Group>
      <Select label={t(texts.expiry)} value={days} onChange={(value) => setDays(value ?? '')} allowDeselect={false} error={at.expiresAt} data={[...spans.map((span) => ({ value: String(span), label: t(texts.days, { days: span }) })), { value: '', label: t(texts.noExpiry) }]} />
      {make.error !== null && Object.keys(fieldSentences(make.error)).length === 0 && <Refusal>{sentence(make.error, language)}</Refusal>}
      <div className={`${style.row} ${style.end}`}><Button type="submit" variant="filled" loading={make.busy}>{t(texts.makeKey)}</Button></div>
    </form>
  )
}
