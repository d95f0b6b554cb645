import type { FieldExamples, FileValue } from '../field.ts'
import { exampleFiles, refusedFiles } from '../file/examples.ts'

export const examples: FieldExamples<'files', FileValue[]> = {
  field: { type: 'files' },
  values: [[exampleFiles[0]!], [...exampleFiles]],
  refused: [exampleFiles[0], ...refusedFiles.map((file) => [file])],
  typed: [{ text: ' ', value: null }],
  typedRefused: ['umowa.pdf'],
}
