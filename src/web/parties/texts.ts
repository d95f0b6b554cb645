import type { Text } from '../../contract/text.ts'

export const texts = {
  note: { pl: 'Notatka', en: 'Note' },
  writeNote: { pl: 'Napisz notatkę, @osoba powiadamia…', en: 'Write a note, @person notifies…' },
  saveNote: { pl: 'Zapisz notatkę', en: 'Save the note' },
  saved: { pl: 'Notatka zapisana', en: 'Note saved' },
  attach: { pl: 'Załącz plik', en: 'Attach a file' },
  mention: { pl: 'Wspomnij osobę', en: 'Mention a person' },
  nobody: { pl: 'Nie ma takiej osoby', en: 'There is no such person' },
  notifies: { pl: 'Zobaczą: {names}', en: 'Will see it: {names}' },
  pin: { pl: 'Przypnij', en: 'Pin' },
  saveKeys: { pl: 'Ctrl+Enter zapisuje', en: 'Ctrl+Enter saves' },
} satisfies Record<string, Text>
