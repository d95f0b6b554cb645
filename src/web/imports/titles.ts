import type { Text } from '../../contract/text.ts'

/** What the navigation and other screens say; the rest of the words come with the screens. */
export const titles = {
  imports: { pl: 'Importy', en: 'Imports' },
  import: { pl: 'Import', en: 'Import' },
  newImport: { pl: 'Nowy import', en: 'New import' },
  importHere: { pl: 'Importuj', en: 'Import' },
} as const satisfies Record<string, Text>
