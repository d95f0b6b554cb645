import type { FieldExamples } from '../field.ts'

export const examples: FieldExamples<'percent', string> = {
  field: { type: 'percent', indexed: true },
  values: ['12.5', '0', '100', '-3.25', '0.0001', '1234'],
  refused: ['12.5 %', NaN, true, {}, '1e2'],
  typed: [
    { text: '12,5 %', value: '12.5' },
    { text: '12.5%', language: 'en', value: '12.5' },
    { text: '23', value: '23' },
    { text: '-1 proc.', value: '-1' },
    { text: '', value: null },
  ],
  typedRefused: ['połowa', '%%', '5 % 5'],
}
