import type { Text } from '../../contract/text.ts'

export const titles = { mail: { pl: 'Poczta wychodząca', en: 'Outgoing mail' } } as const satisfies Record<string, Text>
