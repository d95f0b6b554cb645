import { Button, Group, Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { FormEvent } from 'react'
import type { FirmHours } from '../../../server/hours/contract.ts'
import { fieldOf, useObject } from '../../kernel/api/metadata.ts'
import { fieldSentences } from '../../kernel/api/problem.ts'
import { useList } from '../../kernel/api/records.ts'
import { FieldShow } from '../../kernel/records/field/FieldShow.tsx'
import { createRecordByForm } from '../../kernel/records/form/open.ts'
import { Go } from '../../kernel/ui/Go.tsx'
import { RefusedFace, Waiting } from '../../kernel/ui/faces.tsx'
import { useText } from '../../kernel/ui/language.ts'
import { toList, toRecord } from '../../kernel/ui/links.ts'
import { refused, told } from '../../kernel/ui/notify.tsx'
import { Page, Section } from '../../kernel/ui/Page.tsx'
import { useAct } from '../../kernel/ui/useAct.ts'
import { countriesQuery, firmQuery, hoursChanged, keepFirm } from './asking.ts'
import style from './settings.module.css'
import { sentWeek, Week, weekOf } from './Week.tsx'
import { texts } from './texts.ts'

export function FirmScreen() {
  const t = useText()
  const firm = useQuery(firmQuery)
  return (
    <Page title={t(texts.firm)} lead={t(texts.firmLead)}>
      {firm.isError && <RefusedFace error={firm.error} onRetry={() => void firm.refetch()} />}
      {firm.isPending && <Waiting lines={6} />}
      {firm.data && <FirmWeek firm={firm.data} />}
      <Section title={t(texts.daysOff)} about={t(texts.daysOffAbout)}><DaysOff /></Section>
    </Page>
  )
}

function FirmWeek({ firm }: { firm: FirmHours }) {
  const t = useText()
  const [typed, setTyped] = useState<Partial<FirmHours>>({})
  const now = { ...firm, ...typed }
  const countries = useQuery(countriesQuery).data?.countries ?? []
  const save = useAct(async () => {
    await keepFirm({ ...sentWeek(weekOf(now)), country: now.country })
    setTyped({})
    told(t(texts.saved))
  }, (error) => Object.keys(fieldSentences(error)).length === 0 && refused(error))
  const wrong = fieldSentences(save.error)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void save.run()
  }
  return (
    <form noValidate onSubmit={submit}>
      <Section title={t(texts.week)} about={t(texts.weekAbout)}><Week week={weekOf(now)} onChange={(week) => setTyped((before) => ({ ...before, ...week }))} wrong={wrong} /></Section>
      <Section title={t(texts.holidays)} about={t(texts.holidaysAbout)}>
        <Select label={t(texts.country)} placeholder={t(texts.noCountry)} searchable clearable data={countries.map(({ code, name }) => ({ value: code, label: name }))} value={now.country} error={wrong['country']} onChange={(country) => setTyped((before) => ({ ...before, country }))} />
        <Group justify="flex-end"><Button type="submit" variant="filled" disabled={Object.keys(typed).length === 0} loading={save.busy}>{t(texts.save)}</Button></Group>
      </Section>
    </form>
  )
}

function DaysOff() {
  const t = useText()
  const object = useObject('dayOff')
  const coming = useList('dayOff', { columns: ['name', 'on', 'until', 'kind'], where: 'on >= today or until >= today', order: 'on', limit: 20 })
  if (coming.isError) return <RefusedFace error={coming.error} />
  if (coming.isPending || object === null) return <Waiting lines={3} />
  const show = (row: Record<string, unknown>, name: string) => {
    const field = fieldOf(object, name)
    return field === null ? null : <FieldShow field={field} value={row[name]} />
  }
  return (
    <>
      {coming.data.rows.length === 0 ? <p className={style.quiet}>{t(texts.noDaysOff)}</p> : (
        <ul className={style.list}>
          {coming.data.rows.map((row) => (
            <li key={row.id} className={style.item}>
              <Go className={`sd-link ${style.name}`} href={toRecord('dayOff', row.id)}>{String(row['name'])}</Go>
              <span className={style.days}>{show(row, 'on')}{row['until'] ? <> – {show(row, 'until')}</> : null}</span>
              {show(row, 'kind')}
            </li>
          ))}
        </ul>
      )}
      <Group>
        <Button variant="default" leftSection={<IconPlus size={15} />} onClick={() => void createRecordByForm('dayOff').then(hoursChanged)}>{t(texts.addDayOff)}</Button>
        <Go className="sd-link" href={toList('dayOff')}>{t(texts.allDaysOff)}</Go>
      </Group>
    </>
  )
}
