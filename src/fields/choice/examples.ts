import type { FieldExamples } from '../field.ts'

export const exampleChoices = [
  { value: 'customer', label: { pl: 'Klient', en: 'Customer' } },
  { value: 'prospect', label: { pl: 'Potencjalny, ważny', en: 'Prospect, important' } },
  { value: 'zaległy', label: { pl: 'Źródło „inne”', en: "O'ther {1}" } },
  { value: 'old', label: { pl: 'Dawny', en: 'Former' }, archived: true },
] as const

export const examples: FieldExamples<'choice', string> = {
  field: { type: 'choice', choices: exampleChoices, indexed: true },
  values: ['customer', 'prospect', 'zaległy', 'old'],
  refused: ['Klient', 'nobody', 1, {}, ['customer'], 'CUSTOMER'],
  typed: [
    { text: 'klient', value: 'customer' },
    { text: ' KLIENT ', value: 'customer' },
    { text: 'Customer', value: 'customer' },
    { text: 'potencjalny, wazny', value: 'prospect' },
    { text: 'zrodlo "inne"', value: 'zaległy' },
    { text: 'zalegly', value: 'zaległy' },
    { text: '', value: null },
  ],
  typedRefused: ['nikt', 'klientt', "it's {2}"],
}
