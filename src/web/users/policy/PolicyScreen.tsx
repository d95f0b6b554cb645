import { Button, NumberInput, Radio } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import type { Text } from '../../../contract/text.ts'
import { queries } from '../../kernel/api/client.ts'
import { fieldSentences, sentence } from '../../kernel/api/problem.ts'
import { request } from '../../kernel/api/request.ts'
import { RefusedFace, Waiting } from '../../kernel/ui/faces.tsx'
import { useLanguage, useText } from '../../kernel/ui/language.ts'
import { told } from '../../kernel/ui/notify.tsx'
import { useAct } from '../../kernel/ui/useAct.ts'
import { policyQuery, type Policy } from '../account/useAccount.ts'
import { Page, Refusal, Section } from '../../kernel/ui/Page.tsx'
import { texts } from './texts.ts'
import style from '../users.module.css'

type Settings = Omit<Policy, 'ranges'>
type Figure = keyof Policy['ranges']

/** How strict sign-in is, for the whole company. */
export function PolicyScreen() {
  const t = useText()
  const policy = useQuery(policyQuery)
  return (
    <Page title={t(texts.title)} lead={t(texts.lead)}>
      {policy.isError && <RefusedFace error={policy.error} onRetry={() => void policy.refetch()} />}
      {policy.isPending && <Waiting lines={8} />}
      {policy.data && <PolicyForm policy={policy.data} />}
    </Page>
  )
}

function PolicyForm({ policy: { ranges, ...saved } }: { policy: Policy }) {
  const t = useText()
  const language = useLanguage()
  const [draft, setDraft] = useState<Settings | null>(null)
  const now = draft ?? saved
  const isDirty = draft !== null && JSON.stringify(draft) !== JSON.stringify(saved)
  const save = useAct(async () => {
    const answer = await request<Settings>('PUT', '/api/policy', { body: now })
    queries.setQueryData(policyQuery.queryKey, { ...answer, ranges })
    setDraft(null)
    told(t(texts.saved))
  })
  const at = fieldSentences(save.error)
  const set = (change: Partial<Settings>) => setDraft({ ...now, ...change })
  const figure = (name: Figure, label: Text, unit: Text) => <FigureInput label={t(label)} unit={t(unit, { count: now[name] })} range={ranges[name]} value={now[name]} error={at[name]} onChange={(value) => set({ [name]: value })} />
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void save.run()
  }
  return (
    <form onSubmit={submit} noValidate>
      <Section title={t(texts.passwords)} about={t(texts.passwordsAbout)}>
        {figure('minPasswordLength', texts.minPasswordLength, texts.characters)}
        {figure('linkHours', texts.linkHours, texts.hours)}
      </Section>
      <Section title={t(texts.codes)} about={t(texts.codesAbout)}>
        <Radio.Group aria-label={t(texts.codes)} value={now.codesFrom} onChange={(value) => set({ codesFrom: value as Settings['codesFrom'] })}>
          <div className={style.form}>
            <Radio value="nobody" label={t(texts.nobody)} description={t(texts.nobodyHelp)} />
            <Radio value="administrators" label={t(texts.administrators)} description={t(texts.administratorsHelp)} />
            <Radio value="everybody" label={t(texts.everybody)} description={t(texts.everybodyHelp)} />
          </div>
        </Radio.Group>
      </Section>
      <Section title={t(texts.sessions)} about={t(texts.sessionsAbout)}>
        {figure('idleHours', texts.idleHours, texts.hours)}
        {figure('sessionDays', texts.sessionDays, texts.days)}
      </Section>
      {save.error !== null && Object.keys(at).length === 0 && <Refusal>{sentence(save.error, language)}</Refusal>}
      <div className={style.row}>
        <Button type="submit" variant="filled" loading={save.busy} disabled={!isDirty}>{t(texts.save)}</Button>
        {isDirty && <Button onClick={() => setDraft(null)}>{t(texts.discard)}</Button>}
      </div>
    </form>
  )
}

function FigureInput({ label, unit, range, value, error, onChange }: { label: string; unit: string; range: { min: number; max: number }; value: number; error?: string; onChange(value: number): void }) {
  const t = useText()
  const strange = value < range.min || value > range.max
  return (
    <NumberInput
      className={style.narrow} label={label} description={t(texts.range, range)} inputWrapperOrder={['label', 'input', 'description', 'error']} value={value} error={error ?? strange}
      onChange={(next) => typeof next === 'number' && onChange(next)} allowDecimal={false} allowNegative={false} min={range.min} max={range.max} clampBehavior="blur" suffix={` ${unit}`}
    />
  )
}
