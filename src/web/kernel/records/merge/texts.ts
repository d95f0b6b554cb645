import type { Text } from '../../../../contract/text.ts'

export const texts = {
  title: { pl: 'Scal: {plural}', en: 'Merge {plural}' },
  chooseOther: { pl: 'Z czym scalić „{name}”?', en: 'Merge “{name}” with what?' },
  likely: { pl: 'Prawdopodobnie to samo', en: 'Probably the same' },
  keep: { pl: 'Zostaje', en: 'Stays' },
  keepThis: { pl: 'Zostaje ten rekord', en: 'This record stays' },
  field: { pl: 'Pole', en: 'Field' },
  result: { pl: 'Po scaleniu', en: 'After merging' },
  together: { pl: 'Razem', en: 'Together' },
  empty: { pl: 'puste', en: 'empty' },
  onlyDifferent: { pl: 'Tylko różnice', en: 'Only differences' },
  nothingDiffers: { pl: 'Pola się nie różnią.', en: 'The fields do not differ.' },
  moves: { pl: 'Osoby, notatki, powiązania i historia przejdą do rekordu, który zostaje. Pozostałe trafią do kosza. Scalenie można cofnąć.', en: 'People, notes, ties and history move to the record that stays. The others go to the trash. The merge can be undone.' },
  merge: { pl: 'Scal', en: 'Merge' },
  merged: { pl: 'Scalono w: {name}', en: 'Merged into {name}' },
  addAnother: { pl: 'Dołóż kolejny', en: 'Add another' },
} satisfies Record<string, Text>
