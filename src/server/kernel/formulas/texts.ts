import type { Text } from '../../../contract/text.ts'

export const texts = {
  notCalculable: { pl: 'pole tego typu nie może być obliczane', en: 'a field of this type cannot be calculated' },
  circle: { pl: 'wzory odsyłają do siebie w koło: {circle}', en: 'the formulas go round in a circle: {circle}' },
  notWithFormula: {
    pl: 'pole obliczane nie może być {option, select, required {wymagane} default {wypełniane wartością domyślną} unique {niepowtarzalne} searchable {przeszukiwane} other {tak ustawione}}',
    en: 'a calculated field cannot {option, select, required {be required} default {have a default value} unique {be unique} searchable {be searched in} other {be set so}}',
  },
  liveCannot: {
    pl: 'pole „{name}” jest obliczane przy odczycie, więc nie może być {use, select, name {nazwą rekordu} key {kluczem duplikatów} other {w indeksie}}',
    en: 'the field "{name}" is calculated when it is read, so it cannot be {use, select, name {a record’s name} key {a key of duplicates} other {in an index}}',
  },
  notAllowed: { pl: 'Tylko administrator może sprawdzać wzory.', en: 'Only an administrator may check formulas.' },
  unknownObject: { pl: 'Nie ma obiektu „{name}”.', en: 'There is no object “{name}”.' },
  recalculation: { pl: 'Przeliczanie pola „{field}”: {plural}', en: 'Recalculating “{field}”: {plural}' },
} as const satisfies Record<string, Text>
