import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { FormEvent } from 'react'
import type { Values } from '../../contract/definition.ts'
import type { ObjectView, RecordRow } from '../../contract/records.ts'
import { isRefusal } from '../../contract/refusal.ts'
import { readDay, weekdays, writeDay, type Weekday } from '../../server/resources/contract.ts'
import { fieldSentences } from '../kernel/api/problem.ts'
import { fieldOf } from '../kernel/api/metadata.ts'
import { changeRecord } from '../kernel/api/records.ts'
import { useText } from '../kernel/ui/language.ts'
import { refused, told } from '../kernel/ui/notify.tsx'
import { useAct } from '../kernel/ui/useAct.ts'
import { bookingsChanged } from './asking.ts'
import style from './resources.module.css'
import { texts } from './texts.ts'

type Week = Partial<Record<Weekday, string>>

/** A week, one line a day; what is typed is tidied on leaving, and saved together. */
export function OpeningHours({ object, record }: { object: ObjectView; record: RecordRow }) {
  const t = useText()
  const [typed, setTyped] = useState<Week>({})
  const mayChange = record.can?.change !== false
  const kept = (day: Weekday): string => (typeof record[day] === 'string' ? record[day] : '')
  const shown = (day: Weekday): string => typed[day] ?? kept(day)
  const set = (more: Week) => setTyped((before) => ({ ...before, ...more }))
  const save = useAct(async () => {
    const values: Values = Object.fromEntries(weekdays.filter((day) => shown(day) !== kept(day)).map((day) => [day, shown(day) === '' ? null : shown(day)]))
    await changeRecord('resource', record.id, record.version, values)
    setTyped({})
    told(t(texts.saved))
    await bookingsChanged()
  }, (error) => Object.keys(fieldSentences(error)).length === 0 && refused(error))
  const wrong = fieldSentences(save.error)
  const isChanged = weekdays.some((day) => shown(day) !== kept(day))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void save.run()
  }
  return (
    <form className={style.block} noValidate onSubmit={submit}>
      <div className={style.hours}>
        {weekdays.flatMap((day) => fieldOf(object, day) ?? []).map((field) => {
          const day = field.name as Weekday
          return (
            <div key={day} className={style.hourRow}>
              <span aria-hidden>{t(field.label)}</span>
              <TextInput size="sm" aria-label={t(field.label)} value={shown(day)} readOnly={!mayChange} placeholder={t(texts.closedDay)} error={faultOf(shown(day), t) ?? wrong[day]}
                onChange={(event) => set({ [day]: event.currentTarget.value })} onBlur={() => typed[day] !== undefined && set({ [day]: tidy(typed[day]) })} />
            </div>
          )
        })}
      </div>
      <p className={style.quiet}>{t(weekdays.every((day) => shown(day) === '') ? texts.alwaysOpen : texts.howWritten)}</p>
      {mayChange && (
        <div className={style.acts}>
          <Button size="compact-md" disabled={shown('monday') === ''} onClick={() => set(Object.fromEntries(weekdays.slice(1, 5).map((day) => [day, tidy(shown('monday'))])))}>{t(texts.asMonday)}</Button>
          <Button size="compact-md" type="submit" variant="filled" disabled={!isChanged} loading={save.busy}>{t(texts.save)}</Button>
        </div>
      )}
    </form>
  )
}

function tidy(text: string): string {
  const read = readDay(text)
  return isRefusal(read) ? text : (writeDay(read) ?? '')
}

function faultOf(text: string, t: ReturnType<typeof useText>): string | undefined {
  const read = readDay(text)
  return isRefusal(read) ? t(read.text) : undefined
}
