import { say, type Text, type TextValues } from '../../../contract/text.ts'

export const texts = {
  timedOut: { pl: 'Druga strona nie odpowiedziała w ciągu {seconds} s.', en: 'The other side did not answer within {seconds} s.' },
  gaveUp: { pl: 'Zaprzestano prób po dobie. Ostatnia odpowiedź: {why}', en: 'Given up after a day. The last answer: {why}' },
} as const satisfies Record<string, Text>

/** The sentence with its facts in it, in both languages: so it is kept. */
export const filled = (text: Text, values: TextValues): Text => ({ pl: say(text, 'pl', values), en: say(text, 'en', values) })
