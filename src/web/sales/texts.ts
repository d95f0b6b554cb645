import type { Text } from '../../contract/text.ts'

export const texts = {
  forecast: { pl: 'Prognoza', en: 'Forecast' },
  process: { pl: 'Lejek', en: 'Funnel' },
  pipeline: { pl: 'Proces', en: 'Pipeline' },
  allPipelines: { pl: 'Wszystkie procesy', en: 'All pipelines' },
  seller: { pl: 'Handlowiec', en: 'Salesperson' },
  everybody: { pl: 'Wszyscy', en: 'Everybody' },
  total: { pl: 'Razem', en: 'Total' },
  range: { pl: '{from} – {to}', en: '{from} – {to}' },
  pipelines: { pl: 'Procesy i etapy', en: 'Pipelines and stages' },
  path: { pl: 'Etapy', en: 'Stages' },
  deals: { pl: 'Sprzedaż', en: 'Sales' },
} as const satisfies Record<string, Text>
