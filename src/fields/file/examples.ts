import type { FieldExamples, FileValue } from '../field.ts'

const hash = (digit: string): string => digit.repeat(64)
const pdf: FileValue = { hash: hash('a'), name: 'Umowa „ramowa” 2026.pdf', size: 12345, type: 'application/pdf' }

export const exampleFiles: readonly FileValue[] = [pdf, { hash: hash('0'), name: "o'brien.tar.gz", size: 0, type: 'application/gzip' }, { hash: hash('9'), name: 'zażółć', size: 2 ** 40, type: 'application/octet-stream' }]

export const refusedFiles: readonly unknown[] = [
  hash('a'), 5, { ...pdf, hash: 'A'.repeat(64) }, { ...pdf, hash: '../../etc/passwd' }, { ...pdf, name: '../umowa.pdf' }, { ...pdf, name: 'a\\b' }, { ...pdf, name: '..' }, { ...pdf, name: 'a\u0000.pdf' },
  { ...pdf, name: 'faktura\u202efdp.exe' }, { ...pdf, name: '' }, { ...pdf, name: 'a'.repeat(256) }, { ...pdf, size: -1 }, { ...pdf, size: 1.5 }, { ...pdf, size: '5' }, { ...pdf, type: 'pdf' }, { ...pdf, type: 'text/html\r\nX: y' }, { ...pdf, path: '/x' },
]

export const examples: FieldExamples<'file', FileValue> = { field: { type: 'file' }, values: exampleFiles, refused: [...refusedFiles, [pdf]], typed: [{ text: '', value: null }], typedRefused: ['umowa.pdf'] }
