import type { ObjectView } from '../../../../contract/records.ts'
import { fieldOf } from '../../api/metadata.ts'
import { useLanguage, useText } from '../../ui/language.ts'
import { FieldShow } from '../field/FieldShow.tsx'
import { texts } from './texts.ts'
import style from './grid.module.css'

/** What the records of a group have in common. */
export function GroupName({ object, by, value }: { object: ObjectView; by: string; value: unknown }) {
  const t = useText()
  const language = useLanguage()
  const [name, period] = by.split(':') as [string, string | undefined]
  const field = fieldOf(object, name)
  if (value === null || value === undefined || field === null) return <span className={style.groupNone}>{t(texts.noValue)}</span>
  if (period !== undefined) return <span className={style.groupName}>{periodName(String(value), period, language)}</span>
  return (
    <span className={style.groupName}>
      <FieldShow field={field} value={value} />
    </span>
  )
}

function periodName(start: string, period: string, language: string): string {
  if (period === 'year') return start
  const day = new Date(`${start.length === 7 ? `${start}-01` : start}T00:00:00Z`)
  return day.toLocaleDateString(language, period === 'month' ? { month: 'long', year: 'numeric', timeZone: 'UTC' } : { dateStyle: 'medium', timeZone: 'UTC' })
}
