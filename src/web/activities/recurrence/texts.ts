import type { Text } from '../../../contract/text.ts'

export const texts = {
  never: { pl: 'Nie powtarza się', en: 'Does not recur' },
  daily: { pl: 'Codziennie', en: 'Every day' },
  workdays: { pl: 'W dni robocze (pn–pt)', en: 'On weekdays (Mon–Fri)' },
  weekly: { pl: 'Co tydzień', en: 'Every week' },
  monthly: { pl: 'Co miesiąc', en: 'Every month' },
  yearly: { pl: 'Co rok', en: 'Every year' },
  own: { pl: 'Inaczej…', en: 'Otherwise…' },
  every: { pl: 'Co ile', en: 'Every' },
  unit: { pl: 'Jednostka', en: 'Unit' },
  days: { pl: 'Dni tygodnia', en: 'Days of the week' },
  DAILY: { pl: 'dni', en: 'days' },
  WEEKLY: { pl: 'tygodni', en: 'weeks' },
  MONTHLY: { pl: 'miesięcy', en: 'months' },
  YEARLY: { pl: 'lat', en: 'years' },
  ends: { pl: 'Koniec', en: 'Ends' },
  endNever: { pl: 'bez końca', en: 'never' },
  endOn: { pl: 'w dniu', en: 'on a day' },
  endAfter: { pl: 'po wystąpieniach', en: 'after occurrences' },
  until: { pl: 'Ostatni dzień', en: 'Last day' },
  count: { pl: 'Ile razy', en: 'How many times' },
} satisfies Record<string, Text>
