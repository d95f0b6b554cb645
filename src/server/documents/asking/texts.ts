import type { Text } from '../../../contract/text.ts'

export const labels = {
  our: { pl: 'Nasza firma', en: 'Our company' },
  rowNumber: { pl: 'Liczba porządkowa', en: 'Row number' },
} as const satisfies Record<string, Text>
