import { Button, Group } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { FormEvent } from 'react'
import type { RecordRow } from '../../../contract/records.ts'
import { fieldSentences } from '../../kernel/api/problem.ts'
import { changeRecord, createRecord, removeRecord, useList } from '../../kernel/api/records.ts'
import { RefusedFace, Waiting } from '../../kernel/ui/faces.tsx'
import { useText } from '../../kernel/ui/language.ts'
import { refused, told } from '../../kernel/ui/notify.tsx'
import { useAct } from '../../kernel/ui/useAct.ts'
import { firmQuery, hoursChanged } from './asking.ts'
import { days, sentWeek, Week, weekOf, type WeekValues } from './Week.tsx'
import { texts } from './texts.ts'

/** One's own working hours; none: as the firm works. */
export function OwnHours() {
  const own = useList('workingHours', { columns: days, where: 'owner = me', limit: 1 })
  const firm = useQuery(firmQuery)
  if (own.isError) return <RefusedFace error={own.error} />
  if (own.isPending || firm.isPending) return <Waiting lines={4} />
  const [kept] = own.data.rows
  return <Hours key={kept?.id} kept={kept} usual={weekOf(firm.data ?? {})} />
}

function Hours({ kept, usual }: { kept: RecordRow | undefined; usual: WeekValues }) {
  const t = useText()
  const [typed, setTyped] = useState<WeekValues | null>(null)
  const week = typed ?? weekOf(kept ?? {})
  const done = async () => {
    setTyped(null)
    told(t(texts.saved))
    await hoursChanged()
  }
  const save = useAct(async () => {
    await (kept === undefined ? createRecord('workingHours', sentWeek(week)) : changeRecord('workingHours', kept.id, kept.version, sentWeek(week)))
    await done()
  }, (error) => Object.keys(fieldSentences(error)).length === 0 && refused(error))
  const clear = useAct(async () => {
    await removeRecord('workingHours', kept!.id)
    await done()
  }, refused)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void save.run()
  }
  return (
    <form noValidate onSubmit={submit} style={{ display: 'contents' }}>
      <Week week={week} onChange={setTyped} wrong={fieldSentences(save.error)} usual={kept === undefined && typed === null ? usual : undefined} />
      <Group justify="flex-end">
        {kept !== undefined && <Button variant="subtle" loading={clear.busy} onClick={() => void clear.run()}>{t(texts.asFirm)}</Button>}
        <Button type="submit" variant="filled" disabled={typed === null} loading={save.busy}>{t(texts.save)}</Button>
      </Group>
    </form>
  )
}
