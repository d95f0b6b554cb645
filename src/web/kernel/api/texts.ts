import type { Text } from '../../../contract/text.ts'

export const texts = {
  unreachable: { pl: 'Nie ma połączenia z serwerem. Spróbuj za chwilę.', en: 'The server cannot be reached. Try again in a moment.' },
  unexpected: { pl: 'Coś poszło nie tak po naszej stronie.', en: 'Something went wrong on our side.' },
  serverFault: { pl: 'Coś poszło nie tak po naszej stronie. Numer zdarzenia: {trace}', en: 'Something went wrong on our side. Incident number: {trace}' },
} satisfies Record<string, Text>
