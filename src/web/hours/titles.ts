import type { Text } from '../../contract/text.ts'

export const titles = { firm: { pl: 'Godziny pracy firmy', en: 'Working hours of the firm' } } as const satisfies Record<string, Text>
