import type { FieldExamples } from '../field.ts'

export const examples: FieldExamples<'web', string> = {
  field: { type: 'web', indexed: true },
  values: ['https://www.firma.pl', 'http://crm.local:8080/a?b=c&d=%20#e', 'https://zażółć.pl/gęślą', 'http://serwer', 'https://[::1]:3000/x', "https://firma.pl/o'brien"],
  refused: [1, {}, 'javascript:alert(1)', 'JavaScript:alert(1)', 'data:text/html,x', 'ftp://firma.pl', 'https://', 'https://a b.pl', 'https://jan:haslo@firma.pl', 'https://jan@firma.pl', 'firma', 'http:/firma.pl', 'java\nscript:alert(1)', 'https://firma.pl\\x', 'vbscript:x', 'a\u0000.pl', `https://firma.pl/${'a'.repeat(2048)}`],
  typed: [
    { text: 'www.firma.pl', value: 'https://www.firma.pl' },
    { text: 'Firma.PL/Oferta', value: 'https://firma.pl/Oferta' },
    { text: 'HTTPS://FIRMA.PL/', value: 'https://firma.pl' },
    { text: '//firma.pl', value: 'https://firma.pl' },
    { text: 'firma.pl:8080', value: 'https://firma.pl:8080' },
    { text: '', value: null },
  ],
  typedRefused: ['javascript:alert(1)', 'brak', 'nie ma strony', 'mailto:a@b.pl'],
}
