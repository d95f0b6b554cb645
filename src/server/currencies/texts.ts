/** Every word of this room that a person reads. */
import type { ChoiceValue } from '../../contract/definition.ts'
import type { Text } from '../../contract/text.ts'

export const currencyRate = {
  label: { pl: 'Kurs waluty', en: 'Exchange rate' },
  plural: { pl: 'Kursy walut', en: 'Exchange rates' },
  fields: {
    name: { pl: 'Nazwa', en: 'Name' },
    currency: { pl: 'Waluta', en: 'Currency' },
    on: { label: { pl: 'Dzień', en: 'Day' }, help: { pl: 'Kurs obowiązuje od tego dnia do następnego kursu tej waluty', en: 'The rate holds from this day until the currency’s next one' } },
    rate: { label: { pl: 'Kurs', en: 'Rate' }, help: { pl: 'Ile waluty firmy kosztuje jedna jednostka tej waluty', en: 'How much of the firm’s own currency one unit of this one is worth' } },
    source: { label: { pl: 'Źródło', en: 'Source' }, help: { pl: 'Skąd jest ten kurs. Kurs, który już jest, nigdy nie jest zastępowany pobranym.', en: 'Where this rate comes from. A rate that is there is never replaced by a fetched one.' } },
  },
} as const

export const sections = { basics: { pl: 'Kurs', en: 'Rate' } } as const satisfies Record<string, Text>

export const sources: readonly ChoiceValue[] = [
  { value: 'nbp', label: { pl: 'NBP, tabela A', en: 'NBP, table A' } },
  { value: 'ecb', label: { pl: 'EBC', en: 'ECB' } },
  { value: 'hand', label: { pl: 'Wpisany', en: 'By hand' } },
  { value: 'file', label: { pl: 'Z pliku', en: 'From a file' } },
]

/** Why nothing came from the bank. */
export const failures = {
  unreachable: { pl: 'Nie udało się połączyć z bankiem.', en: 'The bank could not be reached.' },
  silent: { pl: 'Bank nie odpowiedział na czas.', en: 'The bank did not answer in time.' },
  tooMany: { pl: 'Bank przyjął już zbyt wiele zapytań i prosi o przerwę.', en: 'The bank has had too many questions and asks for a pause.' },
  refused: { pl: 'Bank nie podał kursów.', en: 'The bank gave no rates.' },
  unreadable: { pl: 'Odpowiedź banku nie jest tabelą kursów.', en: 'What the bank answered is no table of rates.' },
} as const satisfies Record<string, Text>

export const notices = {
  old: {
    label: { pl: 'Nieaktualne kursy walut', en: 'Exchange rates out of date' },
    title: { pl: 'Kursy walut są nieaktualne: ostatnie są z dnia {day}', en: 'Exchange rates are out of date: the newest are of {day}' },
    body: { pl: 'Od ponad trzech dni roboczych nie udało się pobrać kursów. Kwoty przelicza się po ostatnich, jakie są. {why}', en: 'For more than three working days no rates could be fetched. Amounts are converted by the last there are. {why}' },
    why: { pl: 'Kursy walut są w Twoich ustawieniach systemu.', en: 'Exchange rates are among the settings you look after.' },
  },
} as const

export const refusals = {
  notPositive: { pl: 'Kurs musi być większy od zera.', en: 'A rate must be above zero.' },
  unknownCurrency: { pl: 'Nie ma waluty {currency}.', en: 'There is no currency {currency}.' },
  needsSettings: { pl: 'Do tego potrzebne jest prawo do ustawień.', en: 'This needs the right to change settings.' },
} as const satisfies Record<string, Text>

export { currencies } from '../../contract/currencies.ts'
