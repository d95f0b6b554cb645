import type { FieldExamples, KindedPhone } from '../field.ts'

export const phoneKinds = [
  { value: 'mobile', label: { pl: 'komórka', en: 'mobile' } },
  { value: 'office', label: { pl: 'biuro', en: 'office' } },
] as const

export const examples: FieldExamples<'phones', KindedPhone[]> = {
  field: { type: 'phones', kinds: phoneKinds, indexed: true },
  values: [
    [{ kind: 'mobile', value: '+48601234567' }],
    [{ kind: 'office', value: '+48221234567', note: 'po 16, pani Ewa' }, { kind: 'mobile', value: '+4930123456' }],
    [{ kind: 'mobile', value: '+48601234567', note: 'wew. 12' }],
  ],
  refused: ['+48601234567', ['+48601234567'], [{ kind: 'home', value: '601234567' }], [{ kind: 'mobile', value: 'brak' }], [{ kind: 'mobile', value: '601234567', main: true }], [{ kind: 5, value: '601234567' }], [{ kind: 'mobile', value: '601234567', note: 'a\u0000' }], { kind: 'mobile', value: '601234567' }, [null]],
  typed: [
    { text: '601 234 567', value: [{ kind: 'mobile', value: '+48601234567' }] },
    { text: '601234567, 22 123 45 67', value: [{ kind: 'mobile', value: '+48601234567' }, { kind: 'mobile', value: '+48221234567' }] },
    { text: '601 234 567; 0048601234567', value: [{ kind: 'mobile', value: '+48601234567' }] },
    { text: 'biuro: 22 123 45 67 wew. 5', value: [{ kind: 'office', value: '+48221234567', note: 'wew. 5' }] },
    { text: '22 123 45 67 (Office: Ann)', value: [{ kind: 'office', value: '+48221234567', note: 'Ann' }] },
    { text: '22/123-45-67', value: [{ kind: 'mobile', value: '+48221234567' }] },
    { text: ' ; ', value: null },
  ],
  typedRefused: ['601 234 567; brak', '601234567, 12'],
}
