import { Button, TextInput } from '@mantine/core'
import { useText } from '../../kernel/ui/language.ts'
import style from './settings.module.css'
import { texts, weekdays } from './texts.ts'

export type Weekday = keyof typeof weekdays
export type WeekValues = Readonly<Record<Weekday, string>>
export const days = Object.keys(weekdays) as Weekday[]

/** Hours as one types them; what cannot be read the server says at the day. */
export const weekOf = (values: Readonly<Record<string, unknown>>): WeekValues => Object.fromEntries(days.map((day) => [day, typeof values[day] === 'string' ? values[day] : ''])) as WeekValues
export const sentWeek = (week: WeekValues): Record<Weekday, string | null> => Object.fromEntries(days.map((day) => [day, week[day].trim() === '' ? null : week[day].trim()])) as Record<Weekday, string | null>

interface WeekProps {
  week: WeekValues
  onChange(week: WeekValues): void
  wrong: Readonly<Record<string, string>>
  /** What holds where nothing is written. */
  usual?: WeekValues | undefined
  disabled?: boolean
}

export function Week({ week, onChange, wrong, usual, disabled = false }: WeekProps) {
  const t = useText()
  const first = week.monday
  return (
    <>
      <div className={style.week}>
        {days.map((day) => (
          <TextInput key={day} size="sm" label={t(weekdays[day])} value={week[day]} disabled={disabled} error={wrong[day]} placeholder={usual?.[day] || t(texts.free)} maxLength={100} autoComplete="off"
            onChange={(event) => onChange({ ...week, [day]: event.currentTarget.value })} />
        ))}
      </div>
      <p className={style.quiet}>{t(texts.howWritten)}</p>
      {!disabled && <div><Button size="compact-md" variant="default" disabled={first === ''} onClick={() => onChange({ ...week, tuesday: first, wednesday: first, thursday: first, friday: first })}>{t(texts.asMonday)}</Button></div>}
    </>
  )
}
