import type { Text } from '../../../contract/text.ts'

export const refusals = {
  tooLong: { pl: 'Dokument miałby więcej niż {max, plural, one {# wiersz} few {# wiersze} other {# wierszy}}.', en: 'The document would have more than {max, plural, one {# row} other {# rows}}.' },
} as const satisfies Record<string, Text>
