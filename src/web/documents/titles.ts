import type { Text } from '../../contract/text.ts'

export const titles = {
  templates: { pl: 'Szablony dokumentów', en: 'Document templates' },
  make: { pl: 'Utwórz dokument', en: 'Make a document' },
} as const satisfies Record<string, Text>
