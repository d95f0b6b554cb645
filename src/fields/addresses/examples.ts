import type { FieldExamples, KindedAddress } from '../field.ts'

export const addressKinds = [
  { value: 'seat', label: { pl: 'siedziba', en: 'registered seat' } },
  { value: 'delivery', label: { pl: 'dostawa', en: 'delivery' } },
] as const

export const examples: FieldExamples<'addresses', KindedAddress[]> = {
  field: { type: 'addresses', kinds: addressKinds, indexed: true },
  values: [
    [{ kind: 'seat', street: 'ul. Prosta', building: '5', postalCode: '00-838', city: 'Warszawa', region: 'mazowieckie', country: 'PL' }],
    [{ kind: 'delivery', city: 'Łódź', note: 'rampa 2' }, { kind: 'seat', city: 'Łódź' }],
  ],
  refused: ['Łódź', [{ kind: 'seat', city: 5 }], [{ kind: 'seat', town: 'x' }], [{ kind: 'home', city: 'x' }], [{ kind: 'seat', country: 'Narnia' }], {}, [5]],
  typed: [
    { text: 'ul. Prosta 5, 00-838 Warszawa', value: [{ kind: 'seat', street: 'ul. Prosta', building: '5', postalCode: '00-838', city: 'Warszawa' }] },
    { text: 'Rynek 1, 30-001 Kraków; Długa 2, 80-831 Gdańsk (dostawa)', value: [{ kind: 'seat', street: 'Rynek', building: '1', postalCode: '30-001', city: 'Kraków' }, { kind: 'delivery', street: 'Długa', building: '2', postalCode: '80-831', city: 'Gdańsk' }] },
    { text: '', value: null },
  ],
  typedRefused: ['a\u0000'],
}
