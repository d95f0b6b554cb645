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
