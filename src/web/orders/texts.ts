import type { Text } from '../../contract/text.ts'

export const texts = {
  agreements: { pl: 'Ustalenia', en: 'Agreements' },
  lines: { pl: 'Pozycje', en: 'Lines' },
  questions: { pl: 'Ustalenia listy', en: 'Questions' },
  term: { pl: 'Czas trwania', en: 'Term' },
  worth: { pl: 'Wartość w czasie', en: 'Value over time' },
  accounting: {
    xlsx: { pl: 'Dane dla księgowości (XLSX)', en: 'Data for accounting (XLSX)' },
    csv: { pl: 'Dane dla księgowości (CSV)', en: 'Data for accounting (CSV)' },
    json: { pl: 'Dane dla księgowości (JSON)', en: 'Data for accounting (JSON)' },
  },
} as const satisfies Record<string, Text | Record<string, Text>>
