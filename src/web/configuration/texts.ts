import type { Text } from '../../contract/text.ts'

export const texts = {
  objects: { pl: 'Obiekty i pola', en: 'Objects and fields' },
  newObject: { pl: 'Nowy obiekt', en: 'New object' },
  lists: { pl: 'Listy wartości', en: 'Lists of choices' },
} as const satisfies Record<string, Text>
