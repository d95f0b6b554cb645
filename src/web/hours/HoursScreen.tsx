import { Button, Select, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import type { Text } from '../../contract/text.ts'
import { changeFirm, readCountries, readFirm, type FirmHours } from '../../server/hours/contract.ts'
import { workingHours } from '../../server/hours/texts.ts'
import { queries } from '../kernel/api/client.ts'
import { fieldSentences, sentence } from '../kernel/api/problem.ts'
import { call } from '../kernel/api/request.ts'
import { RefusedFace, Waiting } from '../kernel/ui/faces.tsx'
import { useLanguage, useText } from '../kernel/ui/language.ts'
import { told } from '../kernel/ui/notify.tsx'
import { Page, Refusal, Section } from '../kernel/ui/Page.tsx'
import { useAct } from '../kernel/ui/useAct.ts'
import { texts } from './texts.ts'
import { titles } from './titles.ts'
import style from './hours.module.css'

const firmKey = ['hours', 'firm'] as const
const wordsOf = (field: Text | { label: Text }): Text => ('label' in field ? field.label : field)
const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const

export function HoursScreen() {
  const t = useText()
  const firm = useQuery({ queryKey: firmKey, queryFn: ({ signal }) => call(readFirm, {}, signal) })
  return (
    <Page title={t(titles.firm)} lead={t(texts.lead)}>
      {firm.isError && <RefusedFace error={firm.error} onRetry={() => void firm.refetch()} />}
      {firm.isPending && <Waiting lines={8} />}
      {firm.data && <FirmForm saved={firm.data} />}
    </Page>
  )
}

function FirmForm({ saved }: { saved: FirmHours }) {
  const t = useText()
  const language = useLanguage()
  const [draft, setDraft] = useState<FirmHours | null>(null)
  const now = draft ?? saved
  const set = (change: Partial<FirmHours>) => setDraft({ ...now, ...change })
  const save = useAct(async () => {
    queries.setQueryData(firmKey, await call(changeFirm, { body: now }))
    setDraft(null)
    told(t(texts.saved))
  })
  const at = fieldSentences(save.error)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void save.run()
  }
  return (
    <form onSubmit={submit} noValidate>
      <Section title={t(texts.week)} about={t(texts.weekAbout)}>
        <div className={style.week}>
          {weekdays.map((day) => <TextInput key={day} label={t(wordsOf(workingHours.fields[day]))} value={now[day] ?? ''} error={at[day]} maxLength={100} spellCheck={false} onChange={(event) => set({ [day]: event.currentTarget.value || null })} />)}
        </div>
      </Section>
      <Section title={t(texts.holidays)} about={t(texts.holidaysAbout)}>
        <CountryFields country={now.country} error={at['country']} onChange={(country) => set({ country })} />
        {now.country !== saved.country && <p className={style.quiet}>{t(texts.counted)}</p>}
        {save.error !== null && Object.keys(at).length === 0 && <Refusal>{sentence(save.error, language)}</Refusal>}
        <div className={style.row}>
          <Button type="submit" variant="filled" loading={save.busy} disabled={draft === null}>{t(texts.save)}</Button>
          {draft !== null && <Button onClick={() => { setDraft(null); save.clear() }}>{t(texts.discard)}</Button>}
        </div>
      </Section>
    </form>
  )
}

/** 'PL', or with a part of the country 'DE-BY'; none: weekdays are all that counts. */
function CountryFields({ country, error, onChange }: { country: string | null; error: string | undefined; onChange(country: string | null): void }) {
  const t = useText()
  const language = useLanguage()
  const countries = useQuery({ queryKey: ['hours', 'countries', language], queryFn: ({ signal }) => call(readCountries, {}, signal), staleTime: Infinity })
  const [land, region = ''] = (country ?? '').split('-') as [string, string?]
  const known = countries.data?.countries.map(({ code, name }) => ({ value: code, label: name })) ?? (land === '' ? [] : [{ value: land, label: land }])
  return (
    <div className={style.week}>
      <Select searchable clearable label={t(texts.country)} placeholder={t(texts.none)} data={known} value={land || null} error={error} onChange={(to) => onChange(to)} />
      <TextInput label={t(texts.region)} description={t(texts.regionAbout)} inputWrapperOrder={['label', 'input', 'description', 'error']} value={region} disabled={land === ''} maxLength={3} spellCheck={false} onChange={(event) => onChange([land, event.currentTarget.value.trim().toUpperCase()].filter(Boolean).join('-'))} />
    </div>
  )
}
