import type { FieldExamples } from '../field.ts'

export const examples: FieldExamples<'text', string> = {
  field: { type: 'text', indexed: true },
  values: ['Zażółć gęślą jaźń', "O'Reilly & Söhne <b>\"GmbH\"</b>", "'; drop table company; --", '東京 🦊', '0', '%_\\', 'ŁÓDŹ', 'a'.repeat(500), '=1+1', 'null', '{a,"b"}'],
  refused: [1, true, {}, ['a'], 'a\u0000b', 'dzwonek\u0007', 'pół\ud83d', 'a'.repeat(501)],
  typed: [
    { text: '  Firma \t sp. z o.o.\r\n', value: 'Firma   sp. z o.o.' },
    { text: 'dwa\nwiersze', value: 'dwa wiersze' },
    { text: '   ', value: null },
    { text: 'Zazo\u0301łc\u0301', value: 'Zazółć' },
  ],
  typedRefused: ['a\u0000', '\ud800'],
}
