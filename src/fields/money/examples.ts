import type { FieldExamples, Money } from '../field.ts'

export const examples: FieldExamples<'money', Money> = {
  field: { type: 'money', indexed: true },
  values: [
    { amount: '1234.50', currency: 'PLN' },
    { amount: '0.00', currency: 'EUR' },
    { amount: '-0.01', currency: 'USD' },
    { amount: '1000', currency: 'JPY' },
    { amount: '1.500', currency: 'KWD' },
    { amount: '0.001234', currency: 'PLN' },
    { amount: '12345678901234567890.99', currency: 'CZK' },
  ],
  refused: [
    5, '5 PLN', [], { amount: '5' }, { amount: '5', currency: 'pln' }, { amount: '5', currency: 'ZZZ' }, { amount: '5', currency: 'PLN', tax: 1 }, { amount: 'x', currency: 'PLN' },
    { amount: '1e3', currency: 'PLN' }, { amount: '0.12345678901', currency: 'PLN' }, { amount: true, currency: 'PLN' }, { amount: '5', currency: 5 },
  ],
  typed: [
    { text: '1 234,50 zł', value: { amount: '1234.50', currency: 'PLN' } },
    { text: '1\u00a0234,50\u00a0zł', value: { amount: '1234.50', currency: 'PLN' } },
    { text: 'EUR 12', value: { amount: '12.00', currency: 'EUR' } },
    { text: '12 eur', value: { amount: '12.00', currency: 'EUR' } },
    { text: '€1,234.50', language: 'en', value: { amount: '1234.50', currency: 'EUR' } },
    { text: '-$5.2', language: 'en', value: { amount: '-5.20', currency: 'USD' } },
    { text: '-5,20 Kč', value: { amount: '-5.20', currency: 'CZK' } },
    { text: '100', value: { amount: '100.00', currency: 'PLN' } },
    { text: '1000 JPY', value: { amount: '1000', currency: 'JPY' } },
    { text: 'CA$7', language: 'en', value: { amount: '7.00', currency: 'CAD' } },
    { text: '1200,- zł', value: { amount: '1200.00', currency: 'PLN' } },
    { text: '(12,00 zł)', value: { amount: '-12.00', currency: 'PLN' } },
    { text: '', value: null },
  ],
  typedRefused: ['zł', '5 XYZ', '5 zł EUR', 'EUR 5 zł', 'dużo', '1,2,3 zł', '5 5 5'],
}
