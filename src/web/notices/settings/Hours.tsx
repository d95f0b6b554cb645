import { Checkbox, MultiSelect, SegmentedControl, Select, Switch, TextInput } from '@mantine/core'
import { useState } from 'react'
import { noticePriorities, type NoticePriority, type NoticeWay } from '../../../contract/notices.ts'
import { useText } from '../../kernel/ui/language.ts'
import type { OwnSettings, ShownKind } from './api.ts'
import { texts } from './texts.ts'
import style from '../notices.module.css'

interface Given {
  settings: OwnSettings
  busy: boolean
  onChange(change: Partial<OwnSettings>): void
}

const firstQuiet = { from: '20:00', until: '07:00', urgentPasses: true }

export function Quiet({ settings: { quiet }, busy, onChange }: Given) {
  const t = useText()
  return (
    <>
      <Switch label={t(texts.quietOn)} checked={quiet !== null} disabled={busy} onChange={({ currentTarget }) => onChange({ quiet: currentTarget.checked ? firstQuiet : null })} />
      {quiet !== null && (
        <>
          <div className={style.fields}>
            <Time label={t(texts.from)} value={quiet.from} onChange={(from) => onChange({ quiet: { ...quiet, from } })} />
            <Time label={t(texts.until)} value={quiet.until} onChange={(until) => onChange({ quiet: { ...quiet, until } })} />
          </div>
          <Checkbox label={t(texts.urgentPasses)} checked={quiet.urgentPasses} disabled={busy} onChange={({ currentTarget }) => onChange({ quiet: { ...quiet, urgentPasses: currentTarget.checked } })} />
        </>
      )}
    </>
  )
}

export function Digest({ settings: { digest }, kinds, busy, onChange }: Given & { kinds: readonly ShownKind[] }) {
  const t = useText()
  return (
    <>
      <Switch label={t(texts.digestOn)} checked={digest !== null} disabled={busy} onChange={({ currentTarget }) => onChange({ digest: currentTarget.checked ? { at: '08:00', kinds: kinds.map(({ name }) => name) } : null })} />
      {digest !== null && (
        <>
          <Time label={t(texts.digestAt)} value={digest.at} onChange={(at) => onChange({ digest: { ...digest, at } })} />
          <MultiSelect label={t(texts.digestKinds)} data={kinds.map(({ name, label }) => ({ value: name, label }))} value={digest.kinds} disabled={busy} onChange={(chosen) => onChange({ digest: { ...digest, kinds: chosen } })} />
        </>
      )}
    </>
  )
}

const fieldWays: readonly NoticeWay[] = ['push', 'sms', 'mail']
const fieldPriorities = { low: texts.fieldLow, normal: texts.fieldNormal, high: texts.fieldHigh, urgent: texts.fieldUrgent }

export function Place({ settings: { place, field }, busy, onChange }: Given) {
  const t = useText()
  return (
    <>
      <SegmentedControl aria-label={t(texts.place)} disabled={busy} data={[{ value: 'office', label: t(texts.office) }, { value: 'field', label: t(texts.field) }]} value={place} onChange={(next) => onChange({ place: next as OwnSettings['place'] })} />
      {place === 'field' && (
        <div className={style.fields}>
          <Select label={t(texts.fieldFrom)} data={noticePriorities.map((value) => ({ value, label: t(fieldPriorities[value]) }))} allowDeselect={false} value={field.from} onChange={(from) => from !== null && onChange({ field: { ...field, from: from as NoticePriority } })} />
          <MultiSelect label={t(texts.fieldWays)} data={fieldWays.map((value) => ({ value, label: t(texts[value]) }))} value={field.ways} onChange={(ways) => onChange({ field: { ...field, ways: ways as NoticeWay[] } })} />
        </div>
      )}
    </>
  )
}

/** Kept when it is left; what is no time goes back to what it was. */
function Time({ label, value, onChange }: { label: string; value: string; onChange(time: string): void }) {
  const [typed, setTyped] = useState<string | null>(null)
  const leave = () => {
    if (typed !== null && typed !== value && /^\d{2}:\d{2}$/.test(typed)) onChange(typed)
    setTyped(null)
  }
  return <TextInput className={style.time} type="time" label={label} value={typed ?? value} onChange={({ currentTarget }) => setTyped(currentTarget.value)} onBlur={leave} />
}
