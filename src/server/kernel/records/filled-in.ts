import { languages, type Language, type Text } from '../../../contract/text.ts'

/**
 * A sentence with facts that differ by language, such as labels, put in as they are: what an administrator wrote may contain braces,
 * which ICU would read as its own.
 */
export function filledIn(sentence: Text, facts: Readonly<Record<string, Text>>): Text {
  const whole = (language: Language) => literal(sentence[language].replace(/\{(\w+)\}/g, (given, fact: string) => facts[fact]?.[language] ?? given))
  return Object.fromEntries(languages.map((language) => [language, whole(language)])) as Text
}

/** Without an opening brace a text is said as it stands. */
const literal = (text: string): string => (text.includes('{') ? text.replace(/[{}]/g, `'$&'`) : text)
