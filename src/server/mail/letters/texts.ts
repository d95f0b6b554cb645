import type { Text } from '../../../contract/text.ts'

export const texts = {
  copyLink: { pl: 'Jeśli przycisk nie działa, proszę skopiować ten adres do przeglądarki:', en: 'If the button does not work, copy this address into a browser:' },
} as const satisfies Record<string, Text>
