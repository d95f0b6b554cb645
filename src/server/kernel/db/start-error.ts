import { userInfo } from 'node:os'
import { say, type Language, type Text, type TextValues } from '../../../contract/text.ts'

/** The program cannot start, and a person can do something about it: one sentence, exit code 1. */
export class StartError extends Error {
  readonly text: Text
  readonly values: TextValues
  constructor(text: Text, values: TextValues = {}) {
    super(say(text, 'en', values))
    this.name = 'StartError'
    this.text = text
    this.values = values
  }

  sentence(language: Language): string {
    return say(this.text, language, this.values)
  }
}

export const folderTexts = {
  diskFull: {
    pl: 'Na dysku z folderem danych {folder} nie ma miejsca; proszę je zwolnić i uruchomić program ponownie.',
    en: 'The disk with the data folder {folder} is full; free some space and start again.',
  },
  notWritable: {
    pl: 'Nie można zapisywać w folderze danych {folder} (użytkownik systemu: {user}); proszę zmienić jego prawa albo wskazać inny w SEDNO_DATA.',
    en: 'The data folder {folder} cannot be written to (system user: {user}); change its permissions or name another in SEDNO_DATA.',
  },
} as const satisfies Record<string, Text>

/** What the system answers when a folder cannot be used, as a sentence; anything else as it came. */
export function folderError(error: unknown, folder: string): unknown {
  const code = (error as NodeJS.ErrnoException).code
  if (code === 'ENOSPC' || code === 'EDQUOT') return new StartError(folderTexts.diskFull, { folder })
  if (code !== undefined && ['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST'].includes(code)) return new StartError(folderTexts.notWritable, { folder, user: currentUser() })
  return error
}

/** In a container the number may have no name. */
export function currentUser(): string {
  try {
    return userInfo().username
  } catch {
    return `uid ${process.getuid!()}`
  }
}
