import { exampleChoices } from '../choice/examples.ts'
import type { FieldExamples } from '../field.ts'

export const examples: FieldExamples<'choices', string[]> = {
  field: { type: 'choices', choices: exampleChoices, indexed: true },
  values: [['customer'], ['prospect'], ['customer', 'prospect'], ['customer', 'zaległy', 'old']],
  refused: ['customer', ['nobody'], [1], {}, [['customer']], [null]],
  typed: [
    { text: 'klient, dawny', value: ['customer', 'old'] },
    { text: 'Dawny; Klient', value: ['customer', 'old'] },
    { text: 'Prospect, important', value: ['prospect'] },
    { text: 'klient|klient', value: ['customer'] },
    { text: 'Klient\nDawny', value: ['customer', 'old'] },
    { text: ' ; ', value: null },
  ],
  typedRefused: ['klient, nikt', 'nikt'],
}
