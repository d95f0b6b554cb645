import type { Text } from '../../../contract/text.ts'

/** Why a question to the gate was refused. */
export const texts = {
  unknownObject: { pl: 'Nie ma rodzaju danych „{name}”.', en: 'There is no kind of record called “{name}”.' },
  notAllowed: { pl: 'Nie masz uprawnień do tych danych: {object}.', en: 'You have no permission for these records: {object}.' },
  unknownField: { pl: 'Nie ma pola „{name}”.', en: 'There is no field “{name}”.' },
  unknownParameter: { pl: 'Nie ma parametru „{name}”.', en: 'There is no parameter “{name}”.' },
  badLimit: { pl: 'Liczba wierszy musi być od 1 do {max}.', en: 'The number of rows must be from 1 to {max}.' },
  badCursor: { pl: 'To miejsce na liście należy do innego pytania. Zacznij od początku listy.', en: 'This place in the list belongs to another question. Start from the beginning of the list.' },
  badArchived: { pl: 'Wybierz jedno z: no, only, all.', en: 'Choose one of: no, only, all.' },
  notSortable: { pl: 'Według pola „{name}” nie da się sortować.', en: 'Records cannot be sorted by “{name}”.' },
  twiceInOrder: { pl: 'Pole „{name}” jest dwa razy w porządku sortowania.', en: '“{name}” stands twice in the order.' },
  tooMany: { pl: 'Najwyżej {max}: {name}.', en: 'At most {max}: {name}.' },
  searchTooLong: { pl: 'Szukany tekst może mieć najwyżej {max} znaków.', en: 'The text sought may have at most {max} characters.' },
  notYesNo: { pl: 'Warunek musi dawać tak albo nie.', en: 'The condition must come to yes or no.' },
  notGroupable: { pl: 'Według pola „{name}” nie da się grupować.', en: 'Records cannot be grouped by “{name}”.' },
  unknownPeriod: { pl: 'Nie ma okresu „{name}”. Są: {known}.', en: 'There is no period “{name}”. There are: {known}.' },
  unknownMeasure: { pl: 'Nie ma miary „{name}”. Są: count, count(pole), sum(pole), avg(pole), min(pole), max(pole).', en: 'There is no measure “{name}”. There are: count, count(field), sum(field), avg(field), min(field), max(field).' },
  notMeasurable: { pl: 'Dla pola „{name}” nie da się policzyć: {measure}.', en: '“{name}” cannot be measured by {measure}.' },
  noBoard: { pl: 'Te rekordy nie mają tablicy, której kolumnami są inne rekordy.', en: 'These records have no board whose columns are other records.' },
} satisfies Record<string, Text>

/** After 'my': what belongs to the person who asks. */
export const ownLists = {
  teams: { pl: 'zespoły', en: 'teams' },
  teamMates: { pl: 'osoby z zespołów', en: 'team mates' },
  subordinates: { pl: 'osoby (ja i podwładni)', en: 'people (me and those below me)' },
  territories: { pl: 'terytoria', en: 'territories' },
} as const
