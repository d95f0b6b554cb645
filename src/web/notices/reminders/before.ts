import type { Text } from '../../../contract/text.ts'
import type { Teller } from '../../kernel/ui/language.ts'

const texts = {
  atStart: { pl: 'W chwili rozpoczęcia', en: 'At the start' },
  minutes: { pl: '{count, plural, one {# minutę} few {# minuty} other {# minut}} wcześniej', en: '{count, plural, one {# minute} other {# minutes}} before' },
  hours: { pl: '{count, plural, one {# godzinę} few {# godziny} other {# godzin}} wcześniej', en: '{count, plural, one {# hour} other {# hours}} before' },
  days: { pl: '{count, plural, one {# dzień} other {# dni}} wcześniej', en: '{count, plural, one {# day} other {# days}} before' },
} as const satisfies Record<string, Text>

/** What people choose from; any other number of minutes may come by the API. */
export const usualBefore: readonly number[] = [0, 5, 10, 15, 30, 60, 120, 1_440, 2_880, 10_080]

export function beforeText(minutes: number, t: Teller): string {
  if (minutes === 0) return t(texts.atStart)
  if (minutes % 1_440 === 0) return t(texts.days, { count: minutes / 1_440 })
  return minutes % 60 === 0 ? t(texts.hours, { count: minutes / 60 }) : t(texts.minutes, { count: minutes })
}
