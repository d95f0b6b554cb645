import type { Text } from '../../../../contract/text.ts'

export const texts = {
  trash: { pl: 'Kosz', en: 'Trash' },
  explained: { pl: 'Usunięte rekordy czekają tu 30 dni, potem znikają na dobre.', en: 'Deleted records wait here for 30 days, then they are gone for good.' },
  empty: { pl: 'Kosz jest pusty', en: 'The trash is empty' },
  what: { pl: 'Co', en: 'What' },
  deleted: { pl: 'Usunięto', en: 'Deleted' },
  purged: { pl: 'Zniknie', en: 'Gone for good' },
  mergedInto: { pl: 'scalono z innym', en: 'merged into another' },
  restore: { pl: 'Przywróć', en: 'Restore' },
  restoreOne: { pl: 'Przywróć: {name}', en: 'Restore {name}' },
  restored: { pl: 'Przywrócono: {name}', en: 'Restored: {name}' },
  everything: { pl: 'Wszystko', en: 'Everything' },
  kinds: { pl: 'Rodzaje danych', en: 'Kinds of records' },
  more: { pl: 'Pokaż wcześniejsze', en: 'Show earlier' },
  nameless: { pl: 'bez nazwy', en: 'without a name' },
} satisfies Record<string, Text>
