import type { FieldExamples, FileValue } from '../field.ts'
import { refusedFiles } from '../file/examples.ts'

const logo: FileValue = { hash: 'b'.repeat(64), name: 'logo firmy.png', size: 2048, type: 'image/png' }

export const examples: FieldExamples<'picture', FileValue> = {
  field: { type: 'picture' },
  values: [logo, { ...logo, name: 'zdjęcie.jpg', type: 'image/jpeg' }],
  refused: [...refusedFiles, { ...logo, type: 'image/svg+xml' }, { ...logo, type: 'text/html' }],
  typed: [{ text: '', value: null }],
  typedRefused: ['logo.png'],
}
