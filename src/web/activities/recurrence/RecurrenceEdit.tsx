import { Chip, Group, Input, NumberInput, Select, Stack, TextInput } from '@mantine/core'
import { localeOf } from '../../../fields/locales.ts'
import type { FieldEditProps } from '../../../fields/web.ts'
import { describeRecurrence, mostOccurrences, weekdayCodes, writeRecurrence, type Frequency, type Recurrence, type WeekdayCode } from '../../../server/activities/recurrence/contract.ts'
import { useLanguage, useText } from '../../kernel/ui/language.ts'
import { dayOfUntil, presetOf, presets, ruleOf, untilOfDay, withFrequency, withPreset, type Preset } from './rule.ts'
import { texts } from './texts.ts'

/** A recurrence as people choose it; what it comes to is said below in words. */
export function RecurrenceEdit({ value, onChange, onCommit, frame, disabled }: FieldEditProps<'text'>) {
  const t = useText()
  const language = useLanguage()
  const rule = ruleOf(value)
  const preset = presetOf(rule)
  const set = (next: Recurrence | null) => onChange(next === null ? null : writeRecurrence(next))
  return (
    <Stack gap={6}>
      <Select {...frame} description={undefined} data={presets.map((one) => ({ value: one, label: t(texts[one]) }))} value={preset} allowDeselect={false} disabled={disabled} onChange={(next) => set(withPreset(rule, next as Preset))} onBlur={() => onCommit?.()} />
      {rule !== null && preset === 'own' && <Own rule={rule} onRule={set} />}
      {rule !== null && <Ends rule={rule} onRule={set} />}
      {value !== null && value !== '' && <Input.Description>{describeRecurrence(value, language)}</Input.Description>}
    </Stack>
  )
}

interface PieceProps {
  rule: Recurrence
  onRule(rule: Recurrence): void
}

function Own({ rule, onRule }: PieceProps) {
  const t = useText()
  const chosen = rule.days.map(({ day }) => day)
  return (
    <>
      <Group gap="xs" wrap="nowrap">
        <NumberInput size="xs" w={90} aria-label={t(texts.every)} min={1} max={999} clampBehavior="strict" value={rule.interval} onChange={(interval) => typeof interval === 'number' && interval >= 1 && onRule({ ...rule, interval })} />
        <Select size="xs" aria-label={t(texts.unit)} data={(['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'] as const).map((one) => ({ value: one, label: t(texts[one]) }))} value={rule.frequency} allowDeselect={false} onChange={(frequency) => onRule(withFrequency(rule, frequency as Frequency))} />
      </Group>
      {rule.frequency === 'WEEKLY' && (
        <Chip.Group multiple value={chosen} onChange={(days) => onRule({ ...rule, days: weekdayCodes.filter((day) => days.includes(day)).map((day) => ({ day, place: null })) })}>
          <Group gap={4} role="group" aria-label={t(texts.days)}>{weekdayCodes.map((day) => <Weekday key={day} day={day} />)}</Group>
        </Chip.Group>
      )}
    </>
  )
}

function Weekday({ day }: { day: WeekdayCode }) {
  const language = useLanguage()
  // The first of January 2024 was a Monday.
  const name = new Intl.DateTimeFormat(localeOf[language], { weekday: 'short', timeZone: 'UTC' }).format(new Date(Date.UTC(2024, 0, 1 + weekdayCodes.indexOf(day))))
  return <Chip size="xs" value={day}>{name}</Chip>
}

function Ends({ rule, onRule }: PieceProps) {
  const t = useText()
  const how = rule.count !== null ? 'count' : rule.until !== null ? 'until' : 'never'
  const choose = (next: string | null) => onRule({ ...rule, count: next === 'count' ? 10 : null, until: next === 'until' ? untilOfDay(inAYear()) : null })
  return (
    <Group gap="xs" wrap="nowrap">
      <Select size="xs" aria-label={t(texts.ends)} data={[{ value: 'never', label: t(texts.endNever) }, { value: 'until', label: t(texts.endOn) }, { value: 'count', label: t(texts.endAfter) }]} value={how} allowDeselect={false} onChange={choose} />
      {how === 'count' && <NumberInput size="xs" w={90} aria-label={t(texts.count)} min={1} max={mostOccurrences} clampBehavior="strict" value={rule.count!} onChange={(count) => typeof count === 'number' && count >= 1 && onRule({ ...rule, count })} />}
      {how === 'until' && <TextInput size="xs" type="date" aria-label={t(texts.until)} value={dayOfUntil(rule.until) ?? ''} onChange={(event) => event.currentTarget.value !== '' && onRule({ ...rule, until: untilOfDay(event.currentTarget.value) })} />}
    </Group>
  )
}

function inAYear(): string {
  const day = new Date()
  day.setFullYear(day.getFullYear() + 1)
  return day.toISOString().slice(0, 10)
}
