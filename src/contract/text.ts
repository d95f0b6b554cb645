import IntlMessageFormat from 'intl-messageformat'

export const languages = ['pl', 'en'] as const
export type Language = (typeof languages)[number]

/** What a person reads, in every language of the product. ICU messages: `{count, plural, one {# firma} few {# firmy} other {# firm}}`. */
export type Text = Readonly<Record<Language, string>>

export type TextValues = Record<string, string | number | boolean | Date | null | undefined>

const compiled = new Map<string, IntlMessageFormat>()

/** The text in one language with its values put in. Plain texts cost a look-up; ICU messages are compiled once. */
export function say(text: Text, language: Language, values?: TextValues): string {
  const message = text[language]
  if (!message.includes('{')) return message
  // What people themselves called something is no message: 'Cena {netto}' is said as it stands.
  try {
    return String(formatOf(message, language).format(values))
  } catch {
    return message
  }
}

function formatOf(message: string, language: Language): IntlMessageFormat {
  const key = `${language}:${message}`
  let format = compiled.get(key)
  if (format === undefined) {
    format = new IntlMessageFormat(message, language, undefined, { ignoreTag: true })
    compiled.set(key, format)
  }
  return format
}
