import type { Text } from '../../../contract/text.ts'

export const texts = {
  title: { pl: 'Czego nie zapisywać', en: 'What not to save' },
  about: { pl: 'Rekord, dla którego warunek jest spełniony, nie zostanie zapisany: ani z formularza, ani z listy, z importu czy przez API. Puste pole nie spełnia porównania, więc „koniec < początek” przepuści rekord bez daty końca.', en: 'A record for which the condition holds is not saved: not from a form, a list, an import or the API. An empty field meets no comparison, so “end < start” lets a record without an end pass.' },
  none: { pl: 'Nie ma jeszcze takich zasad. Zapisać można wszystko, co pozwalają wpisać pola.', en: 'There are no such rules yet. Whatever the fields take can be saved.' },
  add: { pl: 'Dodaj zasadę', en: 'Add a rule' },
  rule: { pl: 'Zasada {number}', en: 'Rule {number}' },
  when: { pl: 'Nie zapisuj, gdy', en: 'Do not save when' },
  say: { pl: 'Powiedz wtedy', en: 'Then say' },
  field: { pl: 'Przy polu', en: 'At the field' },
  onTop: { pl: 'na górze formularza', en: 'on top of the form' },
  remove: { pl: 'Usuń zasadę {number}', en: 'Remove rule {number}' },
  saved: { pl: 'Zapisano zasady', en: 'Saved the rules' },
} as const satisfies Record<string, Text>
