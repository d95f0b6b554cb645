import type { Text } from '../../../contract/text.ts'

export const texts = {
  badPlace: { pl: 'Tej strony już nie ma. Zacznij od początku.', en: 'That page is no more. Begin from the start.' },
  badMoment: { pl: 'To nie jest data i godzina.', en: 'This is not a date and time.' },
  created: { pl: 'Utworzenie', en: 'Created' },
  changed: { pl: 'Zmiana danych', en: 'Change of data' },
  deleted: { pl: 'Przeniesienie do kosza', en: 'Moved to the trash' },
  restored: { pl: 'Przywrócenie z kosza', en: 'Restored from the trash' },
  purged: { pl: 'Trwałe usunięcie', en: 'Removed for good' },
  merged: { pl: 'Scalenie', en: 'Merge' },
  archived: { pl: 'Zmiana archiwizacji', en: 'Archiving' },
} as const satisfies Record<string, Text>
