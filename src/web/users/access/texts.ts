import type { Text } from '../../../contract/text.ts'

export const texts = {
  title: { pl: 'Kto to widzi i dlaczego', en: 'Who sees this, and why' },
  titleMine: { pl: 'Co mi tu wolno i dlaczego', en: 'What may I do here, and why' },
  person: { pl: 'Osoba', en: 'Person' },
  kind: { pl: 'Rodzaj danych', en: 'Kind of data' },
  record: { pl: 'Rekord', en: 'Record' },
  activity: { pl: 'Czynność', en: 'Activity' },
  may: { pl: '{name}: może', en: '{name} may' },
  mayNot: { pl: '{name}: nie może', en: '{name} may not' },
  allows: { pl: 'Pozwala:', en: 'Allows:' },
  doesNot: { pl: 'Nie pozwala:', en: 'Does not allow:' },
  choosePerson: { pl: 'Wybierz osobę, żeby zobaczyć, skąd ma dostęp albo czemu go nie ma.', en: 'Choose a person to see where the access comes from, or why there is none.' },
  chooseRecord: { pl: 'Wybierz rekord, żeby zobaczyć, skąd jest do niego dostęp albo czemu go nie ma.', en: 'Choose a record to see where access to it comes from, or why there is none.' },
} satisfies Record<string, Text>

/** What one asks whether it may be done. */
export const verbQuestions = {
  read: { pl: 'oglądać', en: 'see' },
  change: { pl: 'zmieniać', en: 'change' },
  delete: { pl: 'usuwać', en: 'delete' },
  export: { pl: 'eksportować', en: 'export' },
} satisfies Record<string, Text>
