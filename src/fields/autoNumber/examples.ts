import type { FieldExamples } from '../field.ts'

export const examples: FieldExamples<'autoNumber', string> = {
  field: { type: 'autoNumber', pattern: 'OF/{yyyy}/{nnnn}', readOnly: true },
  values: ['OF/2026/0001', 'OF/2026/12345', '7'],
  refused: [7, {}, 'a\u0000', 'x'.repeat(101)],
  typed: [{ text: ' OF/2026/0001 ', value: 'OF/2026/0001' }],
  typedRefused: ['\u0007'],
}
