/** The calendar beside a date field, fetched when first opened. */
import 'dayjs/locale/pl'
import '@mantine/dates/styles.css'
import { DatePicker } from '@mantine/dates'
import type { Language } from '../contract/text.ts'

export function Calendar({ day, today, language, onDay }: { day: string | null; today: string; language: Language; onDay(day: string | null): void }) {
  return (
    <DatePicker
      value={day}
      defaultDate={day ?? today}
      onChange={onDay}
      locale={language}
      firstDayOfWeek={1}
      highlightToday
      getDayProps={(date) => ({ 'data-autofocus': date === (day ?? today) || undefined })}
    />
  )
}
