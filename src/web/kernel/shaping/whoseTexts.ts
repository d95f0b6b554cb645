import type { LayoutKind } from '../../../contract/layout.ts'
import type { Text } from '../../../contract/text.ts'

export const kindTexts: Readonly<Record<LayoutKind, { name: Text; about: Text }>> = {
  create: { name: { pl: 'Formularz', en: 'Form' }, about: { pl: 'Pełny formularz nowego rekordu i zmiany istniejącego', en: 'The full form of a new record and of an edit' } },
  quickCreate: { name: { pl: 'Szybkie dodawanie', en: 'Quick create' }, about: { pl: 'Kilka pól, od których zaczyna się nowy rekord', en: 'The few fields a new record begins with' } },
  record: { name: { pl: 'Strona rekordu', en: 'Record page' }, about: { pl: 'Nagłówek, sekcje, karty i powiązane listy', en: 'Head, sections, tabs and related lists' } },
  list: { name: { pl: 'Lista', en: 'List' }, about: { pl: 'Kolumny i kolejność, od których lista zaczyna', en: 'The columns and order a list begins with' } },
  card: { name: { pl: 'Karta na tablicy', en: 'Board card' }, about: { pl: 'Co widać na karcie tablicy; bez układu – kolumny listy', en: 'What a board’s card shows; without a layout, the list’s columns' } },
  mobile: { name: { pl: 'Telefon', en: 'Phone' }, about: { pl: 'Wiersze listy i sekcje strony na telefonie; bez układu – jak na komputerze', en: 'Lines of the list and sections of the page on a phone; without a layout, as on a computer' } },
}

export const whoseTexts = {
  forEveryone: { pl: 'Dla wszystkich', en: 'For everyone' },
  forRole: { pl: 'Rola: {role}', en: 'Role: {role}' },
  forType: { pl: 'Typ: {type}', en: 'Type: {type}' },
  both: { pl: '{role} · {type}', en: '{role} · {type}' },
  goneRole: { pl: 'usunięta rola', en: 'a removed role' },
} as const satisfies Record<string, Text>
