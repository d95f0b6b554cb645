import type { Address, FieldExamples } from '../field.ts'

export const examples: FieldExamples<'address', Address> = {
  field: { type: 'address', indexed: true },
  values: [
    { street: 'ul. Prosta', building: '5/3', postalCode: '00-838', city: 'Warszawa', region: 'mazowieckie', country: 'PL' },
    { street: "O'Connell St", building: '12A', postalCode: '10115', city: 'Berlin', country: 'DE' },
    { city: 'Łódź' },
    { postalCode: '30-001', city: 'Kraków' },
    { country: 'GB' },
    { street: 'Rynek', building: '1', city: 'Kielce' },
  ],
  refused: ['ul. Prosta 5', 5, [], { city: 5 }, { town: 'x' }, { country: 'Narnia' }, { country: 'ZZ' }, { street: 'a\u0000' }, { city: 'a'.repeat(201) }, { city: ['x'] }],
  typed: [
    { text: 'ul. Prosta 5/3, 00-838 Warszawa, Polska', value: { street: 'ul. Prosta', building: '5/3', postalCode: '00-838', city: 'Warszawa', country: 'PL' } },
    { text: 'Długa 7 m. 2\n80-831 Gdańsk', value: { street: 'Długa', building: '7 m. 2', postalCode: '80-831', city: 'Gdańsk' } },
    { text: 'Hauptstraße 1, 10115 Berlin, Niemcy', value: { street: 'Hauptstraße', building: '1', postalCode: '10115', city: 'Berlin', country: 'DE' } },
    { text: 'Kraków', value: { city: 'Kraków' } },
    { text: 'al. Jana Pawła II 12, 31-571 Kraków, woj. małopolskie', value: { street: 'al. Jana Pawła II', building: '12', postalCode: '31-571', city: 'Kraków', region: 'małopolskie' } },
    { text: '', value: null },
  ],
  typedRefused: ['a\u0000'],
}
