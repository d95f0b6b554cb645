import type { FieldExamples } from '../field.ts'

export const examples: FieldExamples<'yesNo', boolean> = {
  field: { type: 'yesNo', indexed: true },
  values: [true, false],
  refused: ['true', 1, 0, 'tak', {}, []],
  typed: [
    ...['tak', 'TAK', 't', 'yes', 'Yes', 'y', '1', 'true', 'PRAWDA', 'x', ' X '].map((text) => ({ text, value: true })),
    ...['nie', 'n', 'no', '0', 'false', 'Fałsz'].map((text) => ({ text, value: false })),
    { text: '', value: null },
  ],
  typedRefused: ['może', '2', 'tak nie'],
}
