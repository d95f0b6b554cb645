import type { Text } from '../../../contract/text.ts'

export const texts = {
  download: { pl: 'Pobierz CSV', en: 'Download CSV' },
  chartOf: { pl: 'Wykres: {name}. Te same liczby są w tabeli poniżej.', en: 'Chart: {name}. The same figures are in the table below.' },
  total: { pl: 'Razem', en: 'Total' },
} as const satisfies Record<string, Text>
