import type { Text } from '../../../contract/text.ts'

export const texts = {
  inPolish: { pl: 'po polsku', en: 'in Polish' },
  inEnglish: { pl: 'po angielsku', en: 'in English' },
  both: { pl: '{label} {language}', en: '{label} {language}' },
  asOther: { pl: 'puste: jak obok', en: 'empty: as beside' },
  leadsOn: { pl: 'prowadzi dalej: {object}', en: 'leads on: {object}' },
  many: { pl: 'wiele rekordów, do COUNT, SUM, EXISTS…', en: 'many records, for COUNT, SUM, EXISTS…' },
  today: { pl: 'dzisiejszy dzień', en: 'the present day' },
  now: { pl: 'ta chwila', en: 'this moment' },
  me: { pl: 'osoba, która patrzy', en: 'the person looking' },
  offers: { pl: 'Co można tu wpisać', en: 'What may stand here' },
  reads: { pl: 'Czyli: {sentence}', en: 'That is: {sentence}' },
  complete: { pl: 'Ctrl+Spacja podpowiada pola i funkcje.', en: 'Ctrl+Space offers fields and functions.' },
  asSentences: { pl: 'Pisz zdaniami', en: 'Write in sentences' },
  asText: { pl: 'Pisz jako tekst', en: 'Write as text' },
} as const satisfies Record<string, Text>

export const aggregateHelp: Readonly<Record<string, { help: Text; example: string }>> = {
  COUNT: { help: { pl: 'Ile jest powiązanych rekordów, także tylko tych, które spełniają warunek.', en: 'How many related records there are, or of those only that meet a condition.' }, example: 'COUNT(people where active)' },
  SUM: { help: { pl: 'Suma po powiązanych rekordach.', en: 'The sum over related records.' }, example: 'SUM(policies.premium)' },
  AVG: { help: { pl: 'Średnia po powiązanych rekordach.', en: 'The average over related records.' }, example: 'AVG(policies.premium)' },
  MIN: { help: { pl: 'Najmniejsza wartość.', en: 'The least value.' }, example: 'MIN(policies.expiry)' },
  MAX: { help: { pl: 'Największa wartość.', en: 'The greatest value.' }, example: 'MAX(policies.expiry)' },
  FIRST: { help: { pl: 'Wartość z pierwszego rekordu w podanej kolejności.', en: 'The value of the first record in the order given.' }, example: 'FIRST(policies.number by expiry)' },
  LAST: { help: { pl: 'Wartość z ostatniego rekordu w podanej kolejności.', en: 'The value of the last record in the order given.' }, example: 'LAST(policies.number by expiry)' },
  EXISTS: { help: { pl: 'Czy jest choć jeden powiązany rekord spełniający warunek.', en: 'Whether there is a related record that meets a condition.' }, example: 'EXISTS(policies where expiry > today)' },
}
