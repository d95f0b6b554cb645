import type { Text } from '../../../contract/text.ts'

export const texts = {
  noSuchRun: { pl: 'Nie ma takiego zadania w tle albo już się skończyło.', en: 'There is no such background task, or it is over already.' },
  runFailed: { pl: 'Zadanie się nie powiodło z powodu błędu programu. Podaj administratorowi numer {trace}.', en: 'The task failed because of a fault in the program. Give the administrator the number {trace}.' },
  personGone: { pl: 'Osoba, dla której to robiono, nie ma już dostępu do programu.', en: 'The person this was done for may no longer use the program.' },
} as const satisfies Record<string, Text>
