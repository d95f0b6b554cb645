import type { Text } from '../../../contract/text.ts'

export const refusals = {
  needsSettings: { pl: 'Domyślne powiadomienia ustala osoba z funkcją „Ustawienia systemu”.', en: 'The defaults of notices are set by people with the function “System settings”.' },
  noAccount: { pl: 'Powiadomienia ma osoba, a nie program.', en: 'A person has notices, a program has none.' },
  unknownKind: { pl: 'Nie ma powiadomień rodzaju „{kind}”.', en: 'There are no notices of the kind “{kind}”.' },
} as const satisfies Record<string, Text>
