import { Button, PasswordInput, Radio, Select, TextInput } from '@mantine/core'
import { useState, type FormEvent } from 'react'
import { fieldSentences, sentence } from '../api/problem.ts'
import { request } from '../api/request.ts'
import { enter, type Session } from '../api/session.ts'
import { useLanguage, useText } from '../ui/language.ts'
import { Frame } from './Frame.tsx'
import type { Setup } from './setup.ts'
import { texts } from './texts.ts'
import style from './access.module.css'

const currencies = ['PLN', 'EUR', 'USD', 'GBP', 'CZK', 'CHF', 'SEK', 'NOK', 'DKK', 'HUF', 'RON', 'UAH']

/** What is typed on the first page, and sending it. */
function useFirstRun(setup: Setup) {
  const language = useLanguage()
  const [currency, setCurrency] = useState(setup.currency)
  const [administrator, setAdministrator] = useState({ name: '', mail: '', password: '' })
  const [demo, setDemo] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const at = fieldSentences(error)
  const input = (name: keyof typeof administrator) => ({
    value: administrator[name],
    onChange: (event: { currentTarget: HTMLInputElement }) => setAdministrator({ ...administrator, [name]: event.currentTarget.value }),
    error: at[`administrator.${name}`] ?? at[name],
    required: true,
  })
  async function begin(event: FormEvent) {
    event.preventDefault()
    setBusy(true)
    setError(null)
    try {
      const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone
      enter(await request<Session>('POST', '/api/setup', { body: { language, currency, timeZone, administrator, demo } }))
    } catch (problem) {
      setError(problem)
      setBusy(false)
    }
  }
  return { currency: { value: currency, set: setCurrency, error: at.currency }, input, demo, setDemo, refusal: error === null ? null : sentence(error, language), busy, begin }
}

/** The first page of a new installation: base currency, administrator, empty or with the demo company. The language is chosen below the card. */
export function FirstRun({ setup }: { setup: Setup }) {
  const t = useText()
  const { currency, input, demo, setDemo, refusal, busy, begin } = useFirstRun(setup)
  return (
    <Frame title={t(texts.firstTitle)} lead={t(texts.firstLead)} wide>
      <form className={style.form} onSubmit={(event) => void begin(event)}>
        <Select label={t(texts.currency)} description={t(texts.currencyHelp)} data={currencies} value={currency.value} onChange={(value) => currency.set(value ?? 'PLN')} searchable allowDeselect={false} error={currency.error} />
        <h2 className={style.section}>{t(texts.administrator)}</h2>
        <TextInput label={t(texts.name)} autoComplete="name" {...input('name')} />
        <div className={style.pair}>
          <TextInput label={t(texts.mail)} type="email" autoComplete="username" {...input('mail')} />
          <PasswordInput label={t(texts.password)} description={t(texts.passwordHelp, { min: setup.minPasswordLength })} inputWrapperOrder={['label', 'input', 'description', 'error']} autoComplete="new-password" {...input('password')} />
        </div>
        <Radio.Group label={t(texts.data)} value={demo ? 'demo' : 'empty'} onChange={(value) => setDemo(value === 'demo')} classNames={{ label: style.section }}>
          <div className={style.choices}>
            <StartData value="empty" name={t(texts.empty)} help={t(texts.emptyHelp)} />
            <StartData value="demo" name={t(texts.demo)} help={t(texts.demoHelp)} />
          </div>
        </Radio.Group>
        {refusal !== null && <div className={style.refusal} role="alert">{refusal}</div>}
        <Button type="submit" variant="filled" size="md" loading={busy}>
          {t(texts.begin)}
        </Button>
        <span role="status" className={style.note}>
          {busy && demo ? t(texts.preparing) : ''}
        </span>
      </form>
    </Frame>
  )
}

function StartData({ value, name, help }: { value: string; name: string; help: string }) {
  return (
    <Radio.Card value={value} p="md" radius="md" className={style.startData}>
      <div className={style.choice}>
        <span className={style.choiceName}>{name}</span>
        <span className={style.choiceHelp}>{help}</span>
      </div>
    </Radio.Card>
  )
}
