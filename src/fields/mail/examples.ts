import type { FieldExamples } from '../field.ts'

export const examples: FieldExamples<'mail', string> = {
  field: { type: 'mail', indexed: true },
  values: ['jan.kowalski@firma.pl', "o'brien+crm@sub.example.co.uk", 'Zażółć@gęślą.pl', 'Info@firma.pl', 'a@b.museum', `${'a'.repeat(64)}@firma.pl`],
  refused: [1, {}, 'jan', 'jan@', '@firma.pl', 'jan@firma', 'jan kowalski@firma.pl', 'jan@firma.pl, ewa@firma.pl', 'jan@@firma.pl', 'jan@-firma.pl', 'jan@firma..pl', '.jan@firma.pl', 'a\u0000@b.pl', `${'a'.repeat(65)}@firma.pl`, `a@${'b'.repeat(250)}.pl`, 'jan@1.2.3.4', '<jan@firma.pl>'],
  typed: [
    { text: ' Jan.Kowalski@FIRMA.PL ', value: 'Jan.Kowalski@firma.pl' },
    { text: 'Jan Kowalski <jan@firma.pl>', value: 'jan@firma.pl' },
    { text: 'mailto:jan@firma.pl', value: 'jan@firma.pl' },
    { text: 'jan@firma.pl;', value: 'jan@firma.pl' },
    { text: '', value: null },
  ],
  typedRefused: ['jan @firma.pl', 'brak', 'jan@firma,pl'],
}
