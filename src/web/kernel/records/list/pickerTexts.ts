import type { Text } from '../../../../contract/text.ts'

export const pickerTexts = {
  find: { pl: 'Znajdź pole', en: 'Find a field' },
  fields: { pl: 'Pola', en: 'Fields' },
  noField: { pl: 'Nie ma takiego pola', en: 'There is no such field' },
  deeper: { pl: 'Pola dalej: {name}', en: 'Fields of: {name}' },
} satisfies Record<string, Text>
