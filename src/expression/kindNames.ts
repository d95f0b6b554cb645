import type { Text } from '../contract/text.ts'
import type { ExprType } from './types.ts'

export const nameOfKind: Record<ExprType['kind'], Text> = {
  text: { pl: 'tekst', en: 'a text' },
  number: { pl: 'liczba', en: 'a number' },
  money: { pl: 'kwota', en: 'an amount of money' },
  yesNo: { pl: 'wartość tak/nie', en: 'a yes/no value' },
  date: { pl: 'data', en: 'a date' },
  time: { pl: 'godzina', en: 'a time of day' },
  dateTime: { pl: 'data z godziną', en: 'a date with time' },
  choice: { pl: 'wartość z listy wyboru', en: 'a choice' },
  record: { pl: 'rekord', en: 'a record' },
  list: { pl: 'lista wartości', en: 'a list of values' },
  empty: { pl: 'wartość pusta', en: 'an empty value' },
}

/** ICU fragment that names the kind whose code the message's value `value` holds. */
export function kindNames(value: string): Text {
  const cases = (language: 'pl' | 'en') => Object.entries(nameOfKind).map(([kind, text]) => `${kind} {${text[language]}}`)
  return { pl: `{${value}, select, ${cases('pl').join(' ')} other {inna wartość}}`, en: `{${value}, select, ${cases('en').join(' ')} other {another value}}` }
}
