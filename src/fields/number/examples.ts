import type { FieldExamples } from '../field.ts'

export const examples: FieldExamples<'number', string> = {
  field: { type: 'number', indexed: true },
  values: ['0', '1', '-1', '0.1', '-0.0000000001', '12345678901234567890.0123456789', '-12345678901234567890', '1000', '999.99', '0.3'],
  refused: [NaN, Infinity, '1e5', '1,5', '1 000', '+5', '0x10', '12-', true, {}, [1], 1e21, 9007199254740993, '1'.repeat(21), '0.12345678901', '--1', '.5', '5.'],
  typed: [
    { text: '4 490 089,34', value: '4490089.34' },
    { text: '4\u00a0490\u00a0089,34', value: '4490089.34' },
    { text: '4\u202f490\u202f089,34', value: '4490089.34' },
    { text: '1.234,50', value: '1234.5' },
    { text: '1,234.50', value: '1234.5' },
    { text: '1,234', value: '1.234' },
    { text: '1,234', language: 'en', value: '1234' },
    { text: '1.234.567', value: '1234567' },
    { text: "1'234'567.5", value: '1234567.5' },
    { text: '−5', value: '-5' },
    { text: '(1 200,00)', value: '-1200' },
    { text: '100,00-', value: '-100' },
    { text: '+7', value: '7' },
    { text: ',5', value: '0.5' },
    { text: '007', value: '7' },
    { text: ' ', value: null },
  ],
  typedRefused: ['dwa', '1,2,3', '12 34', '1.23.456', '1e5', 'NaN', '--1', '1,234,56', '1'.repeat(25), '12abc', '.', '-'],
}
