import type { FieldExamples } from '../field.ts'

export const exampleIds = ['01980000-0000-7000-8000-000000000001', 'ffffffff-ffff-4fff-bfff-ffffffffffff', '01980000-0000-7000-8000-0000000000ab'] as const

export const examples: FieldExamples<'link', string> = {
  field: { type: 'link', target: 'company' },
  values: exampleIds,
  refused: [1, 'Firma', {}, { name: 'Firma' }, { id: 5 }, { id: exampleIds[0], other: 1 }, [exampleIds[0]], `${exampleIds[0]}0`, `{${exampleIds[0]}}`],
  typed: [
    { text: ' FFFFFFFF-ffff-4fff-bfff-ffffffffffff ', value: exampleIds[1] },
    { text: '', value: null },
  ],
  typedRefused: ['Firma sp. z o.o.'],
}
