import { MultiSelect } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { fieldOf, useObject } from '../../kernel/api/metadata.ts'
import { RefusedFace, Waiting } from '../../kernel/ui/faces.tsx'
import { useText } from '../../kernel/ui/language.ts'
import { refused, told } from '../../kernel/ui/notify.tsx'
import { useAct } from '../../kernel/ui/useAct.ts'
import { beforeText, usualBefore } from '../reminders/before.ts'
import { saveUsual, usualQuery, type ReminderSettings } from './api.ts'
import { texts } from './texts.ts'

/** Reminders that set themselves. */
export function Usual() {
  const t = useText()
  const usual = useQuery(usualQuery)
  const activity = useObject('activity')
  const type = activity && fieldOf(activity, 'type')
  const save = useAct(async (settings: ReminderSettings) => {
    await saveUsual(settings)
    told(t(texts.saved), { id: 'notice-settings' })
  }, refused)
  if (usual.isError) return <RefusedFace error={usual.error} onRetry={() => void usual.refetch()} />
  if (usual.isPending) return <Waiting lines={2} />
  const { minutesBefore, types } = usual.data
  const choices = type !== null && 'choices' in type ? type.choices : []
  const minutes = [...new Set([...usualBefore, ...minutesBefore])].sort((a, b) => a - b)
  return (
    <>
      <MultiSelect label={t(texts.usualBefore)} data={minutes.map((value) => ({ value: String(value), label: beforeText(value, t) }))} value={minutesBefore.map(String)} maxValues={5} disabled={save.busy} onChange={(chosen) => void save.run({ types, minutesBefore: chosen.map(Number) })} />
      <MultiSelect label={t(texts.usualTypes)} data={choices.map(({ value, label }) => ({ value, label: t(label) }))} value={types} disabled={save.busy} onChange={(chosen) => void save.run({ minutesBefore, types: chosen })} />
    </>
  )
}
