import type { FieldExamples } from '../field.ts'
import { exampleIds } from '../link/examples.ts'

export const examples: FieldExamples<'links', string[]> = {
  field: { type: 'links', target: 'company' },
  values: [[exampleIds[0]], [exampleIds[2], exampleIds[1]], [...exampleIds]],
  refused: [exampleIds[0], [1], ['Firma'], {}, [[exampleIds[0]]], [null]],
  typed: [
    { text: `${exampleIds[0]}, ${exampleIds[1]}`, value: [exampleIds[0], exampleIds[1]] },
    { text: '', value: null },
  ],
  typedRefused: ['Firma', `${exampleIds[0]}, Firma`],
}
