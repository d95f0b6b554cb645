import { Button, Group, MultiSelect, NativeSelect } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { IconDownload } from '@tabler/icons-react'
import { useState } from 'react'
import { currencies } from '../../contract/currencies.ts'
import { fetchNow, readState, saveSettings, type LatestRate, type RatesState, type RateSettings } from '../../server/currencies/contract.ts'
import { sources } from '../../server/currencies/texts.ts'
import type { Language } from '../../contract/text.ts'
import { showDecimal } from '../../fields/decimals.ts'
import { localeOf } from '../../fields/locales.ts'
import { queries } from '../kernel/api/client.ts'
import { call } from '../kernel/api/request.ts'
import { momentText } from '../kernel/records/time.ts'
import { RefusedFace, Waiting } from '../kernel/ui/faces.tsx'
import { Go } from '../kernel/ui/Go.tsx'
import { useLanguage, useManner, useText } from '../kernel/ui/language.ts'
import { toList, toRecord } from '../kernel/ui/links.ts'
import { refused, told } from '../kernel/ui/notify.tsx'
import { Page, Refusal, Section } from '../kernel/ui/Page.tsx'
import { useAct } from '../kernel/ui/useAct.ts'
import { texts } from './texts.ts'
import style from './currencies.module.css'

const stateKey = ['currencies', 'state'] as const
const keep = (state: RatesState) => queries.setQueryData(stateKey, state)

export function RatesScreen() {
  const t = useText()
  const state = useQuery({ queryKey: stateKey, queryFn: ({ signal }) => call(readState, {}, signal) })
  const fetching = useAct(async () => keep(await call(fetchNow, { body: {} })), refused)
  const act = <Button variant="filled" leftSection={<IconDownload size={15} />} loading={fetching.busy} disabled={state.data?.settings.source === 'none'} onClick={() => void fetching.run()}>{t(texts.now)}</Button>
  return (
    <Page title={t(texts.title)} lead={<>{t(texts.lead)} <Go className="sd-link" href={toList('currencyRate')}>{t(texts.all)}</Go></>} acts={state.data !== undefined && act}>
      {state.isError && <RefusedFace error={state.error} onRetry={() => void state.refetch()} />}
      {state.isPending && <Waiting lines={8} />}
      {state.data !== undefined && (
        <>
          {state.data.isOld && <Refusal>{t(texts.old)}</Refusal>}
          <Settings key={JSON.stringify(state.data.settings)} state={state.data} />
          <Section title={t(texts.last)}><Last last={state.data.last} /></Section>
          <Section title={t(texts.rates)} about={t(texts.ratesAbout, { base: state.data.base })}><Rates rates={state.data.rates} /></Section>
        </>
      )}
    </Page>
  )
}

function Settings({ state: { settings, offered } }: { state: RatesState }) {
  const t = useText()
  const [given, setGiven] = useState<RateSettings>(settings)
  const save = useAct(async () => {
    keep(await call(saveSettings, { body: given }))
    told(t(texts.saved), { id: 'rates-saved' })
  }, refused)
  const labels = new Map(currencies.map(({ value, label }) => [value, t(label)]))
  return (
    <Section title={t(texts.source)} about={t(texts.sourceAbout)}>
      <NativeSelect label={t(texts.source)} value={given.source} data={[{ value: 'nbp', label: t(texts.nbp) }, { value: 'ecb', label: t(texts.ecb) }, { value: 'none', label: t(texts.off) }]} onChange={({ currentTarget }) => setGiven({ ...given, source: currentTarget.value as RateSettings['source'] })} />
      {given.source !== 'none' && <MultiSelect label={t(texts.currencies)} placeholder={given.currencies === null ? t(texts.everyOne) : ''} searchable clearable data={offered.map((value) => ({ value, label: labels.get(value) ?? value }))} value={given.currencies ?? []} onChange={(chosen) => setGiven({ ...given, currencies: chosen.length === 0 ? null : chosen })} />}
      <Group justify="flex-end"><Button disabled={JSON.stringify(given) === JSON.stringify(settings)} loading={save.busy} onClick={() => void save.run()}>{t(texts.save)}</Button></Group>
    </Section>
  )
}

const dayText = (day: string, language: Language): string => new Intl.DateTimeFormat(localeOf[language], { timeZone: 'UTC', dateStyle: 'medium' }).format(new Date(day))

function Last({ last }: { last: RatesState['last'] }) {
  const t = useText()
  const manner = useManner()
  if (last === null) return <p className={style.note}>{t(texts.never)}</p>
  const when = momentText(last.at, manner)
  return (
    <div className={style.last} role="status">
      <p>{last.why === null ? t(texts.fetched, { when, added: last.added }) : <>{t(texts.failed, { when })} {last.why}</>}</p>
      {last.said !== null && <p className={style.note}>{last.said}</p>}
      {last.until !== null && <p className={style.note}>{t(texts.until, { day: dayText(last.until, manner.language) })}</p>}
    </div>
  )
}

function Rates({ rates }: { rates: readonly LatestRate[] }) {
  const t = useText()
  const language = useLanguage()
  if (rates.length === 0) return <p className={style.note}>{t(texts.none)}</p>
  const change = (value: string | null) => (value === null ? '–' : `${value.startsWith('-') ? '' : '+'}${showDecimal(value, language, 2)}%`)
  const origin = (source: string | null) => { const known = sources.find(({ value }) => value === source); return known === undefined ? '' : t(known.label) }
  return (
    <table className={style.table}>
      <thead><tr><th scope="col">{t(texts.currency)}</th><th scope="col">{t(texts.rate)}</th><th scope="col">{t(texts.change)}</th><th scope="col">{t(texts.day)}</th><th scope="col">{t(texts.origin)}</th></tr></thead>
      <tbody>
        {rates.map((one) => (
          <tr key={one.id}>
            <th scope="row"><Go className="sd-link" href={toRecord('currencyRate', one.id)}>{one.currency}</Go></th>
            <td>{showDecimal(one.rate, language, 4)}</td><td>{change(one.change)}</td><td>{dayText(one.on, language)}</td><td>{origin(one.source)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
