import type { FieldExamples } from '../field.ts'

export const examples: FieldExamples<'time', string> = {
  field: { type: 'time', indexed: true },
  values: ['00:00', '09:30', '23:59', '12:00'],
  refused: [930, '9:30', '24:00', '12:60', '09:30:00', true, {}],
  typed: [
    { text: '9', value: '09:00' },
    { text: '9:30', value: '09:30' },
    { text: '9.30', value: '09:30' },
    { text: '0930', value: '09:30' },
    { text: '14:05:59', value: '14:05' },
    { text: '9:30 pm', value: '21:30' },
    { text: '12 am', value: '00:00' },
    { text: 'godz. 15', value: '15:00' },
    { text: '', value: null },
  ],
  typedRefused: ['24:00', '12:60', '13 pm', 'rano', '9:3', '-1', '12345'],
}
