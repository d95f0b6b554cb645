import type { FieldExamples, KindedMail } from '../field.ts'

export const mailKinds = [
  { value: 'work', label: { pl: 'służbowy', en: 'work' } },
  { value: 'invoices', label: { pl: 'do faktur', en: 'invoices' } },
] as const

export const examples: FieldExamples<'mails', KindedMail[]> = {
  field: { type: 'mails', kinds: mailKinds, indexed: true },
  values: [
    [{ kind: 'work', value: 'jan@firma.pl' }],
    [{ kind: 'invoices', value: "o'brien@gęślą.pl", note: 'tylko PDF' }, { kind: 'work', value: 'Ewa@firma.pl' }],
  ],
  refused: ['jan@firma.pl', [{ kind: 'work', value: 'jan' }], [{ kind: 'private', value: 'jan@firma.pl' }], [5], {}, [{ kind: 'work', value: 'jan@firma.pl', x: 1 }]],
  typed: [
    { text: 'jan@firma.pl', value: [{ kind: 'work', value: 'jan@firma.pl' }] },
    { text: 'jan@firma.pl, Ewa <ewa@FIRMA.pl>', value: [{ kind: 'work', value: 'jan@firma.pl' }, { kind: 'work', value: 'ewa@firma.pl' }] },
    { text: 'jan@firma.pl; JAN@firma.pl', value: [{ kind: 'work', value: 'jan@firma.pl' }] },
    { text: 'Do faktur: fv@firma.pl', value: [{ kind: 'invoices', value: 'fv@firma.pl' }] },
    { text: '', value: null },
  ],
  typedRefused: ['jan@firma.pl; brak', 'jan kowalski@firma.pl'],
}
