import type { FieldExamples } from '../field.ts'

export const examples: FieldExamples<'longText', string> = {
  field: { type: 'longText' },
  values: ['jeden wiersz', 'wiersz\n\n\ttabulator\n- lista', '<script>alert(1)</script>', 'ż'.repeat(20_000), '  wcięcie', "cudzysłów ' i \" i \\"],
  refused: [5, [], {}, 'a\u0000b', '\u001b[31m', 'a\udc00', 'a'.repeat(1_000_001)],
  typed: [
    { text: 'raz\r\ndwa\rtrzy\n\n', value: 'raz\ndwa\ntrzy' },
    { text: '\n \n', value: null },
  ],
  typedRefused: ['a\u0000'],
}
