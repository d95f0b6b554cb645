import type { Text } from '../../../contract/text.ts'

/** Formats as they are written behind a marker, with what they do. */
export const formatHelp: readonly { text: string; help: Text }[] = [
  { text: '| money', help: { pl: 'Kwota z walutą: 1 234,50 zł', en: 'Amount with its currency: 1,234.50 EUR' } },
  { text: '| amount', help: { pl: 'Sama kwota: 1 234,50', en: 'The amount alone: 1,234.50' } },
  { text: '| number 2', help: { pl: 'Liczba z dwoma miejscami po przecinku', en: 'A number with two decimal places' } },
  { text: '| percent', help: { pl: 'Liczba ze znakiem procentu', en: 'A number with a percent sign' } },
  { text: '| words', help: { pl: 'Kwota albo liczba słownie', en: 'The amount or number in words' } },
  { text: '| words short', help: { pl: 'Słownie, grosze jako ułamek: … 50/100', en: 'In words, with a fraction for the cents: … 50/100' } },
  { text: '| words en', help: { pl: 'Słownie po angielsku', en: 'In English words' } },
  { text: '| date', help: { pl: 'Data: 23.11.2026', en: 'A date: 23 November 2026' } },
  { text: '| date long', help: { pl: 'Data: 23 listopada 2026 r.', en: 'A date: 23 November 2026' } },
  { text: '| time', help: { pl: 'Godzina', en: 'The time of day' } },
  { text: '| datetime', help: { pl: 'Data z godziną', en: 'Date and time' } },
  { text: '| phone', help: { pl: 'Numer telefonu, jak się go czyta: +48 42 630 11 22', en: 'A phone number as it is read: +48 42 630 11 22' } },
  { text: '| image 4cm', help: { pl: 'Zdjęcie szerokości 4 cm', en: 'A picture 4 cm wide' } },
  { text: '| upper', help: { pl: 'Wielkimi literami', en: 'In capitals' } },
  { text: '| lower', help: { pl: 'Małymi literami', en: 'In small letters' } },
  { text: '| capital', help: { pl: 'Z wielkiej litery', en: 'With a capital first letter' } },
  { text: '| lines', help: { pl: 'Każda wartość w osobnym wierszu', en: 'Each value on a line of its own' } },
]
