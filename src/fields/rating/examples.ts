import type { FieldExamples } from '../field.ts'

export const examples: FieldExamples<'rating', string> = {
  field: { type: 'rating', stars: 6, indexed: true },
  values: ['1', '2', '5', '6'],
  refused: [0, '0', 7, 2.5, '3,5', -1, true, {}, [], 'trzy', Number.NaN, '9'.repeat(30)],
  typed: [
    { text: '4', value: '4' },
    { text: ' 4/6 ', value: '4' },
    { text: '4 z 6', value: '4' },
    { text: '4 out of 6', value: '4' },
    { text: '★★★☆☆☆', value: '3' },
    { text: '⭐⭐', value: '2' },
    { text: '', value: null },
    { text: '☆☆☆☆☆☆', value: null },
  ],
  typedRefused: ['7', '4/10', 'dobra', '2,5', '★★★★★★★', '-1'],
}
