import type { Text } from '../../contract/text.ts'

export const titles = { gateways: { pl: 'Bramki SMS', en: 'SMS gateways' } } as const satisfies Record<string, Text>
