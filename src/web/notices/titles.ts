import type { Text } from '../../contract/text.ts'

/** What the navigation calls them; with the first page. */
export const titles = {
  notices: { pl: 'Powiadomienia', en: 'Notices' },
  defaults: { pl: 'Domyślne powiadomienia', en: 'Notices by default' },
  sending: { pl: 'Kolejki wysyłki', en: 'What is being sent' },
  reminders: { pl: 'Moje przypomnienia', en: 'My reminders' },
} as const satisfies Record<string, Text>
