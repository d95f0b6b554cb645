import type { Text } from '../../../contract/text.ts'

export const texts = {
  notAllowed: { pl: 'Ustawienia obiektów zmienia administrator albo ktoś, komu rola na to pozwala.', en: 'Settings of objects are changed by an administrator or somebody whose role allows it.' },
  malformed: { pl: '{pl}', en: '{en}' },
  unknownType: { pl: 'Nie ma takiego typu pola.', en: 'There is no such type of field.' },
  unknownItem: { pl: 'Tego elementu ustawień nie ma.', en: 'There is no such item of settings.' },
  unknownObject: { pl: 'Nie ma obiektu „{object}”.', en: 'There is no object “{object}”.' },
  unknownField: { pl: 'Program nie ma pola „{field}”.', en: 'The program has no field “{field}”.' },
  unknownRole: { pl: 'Nie ma roli „{role}”.', en: 'There is no role “{role}”.' },
  stale: { pl: 'W międzyczasie zmienił to {by}. Obejrzyj, co jest teraz, i zdecyduj, co zostaje.', en: '{by} changed this in the meantime. See what is there now and decide what stays.' },
  somebody: { pl: 'ktoś inny', en: 'Somebody else' },
  inUse: { pl: 'Nie można tego usunąć, bo jest używane: {places}.', en: 'This cannot be removed because it is in use: {places}.' },
  otherType: { pl: 'Zmiana typu „{from}” na „{to}” mogłaby zgubić wartości, więc nie jest możliwa.', en: 'Changing the type “{from}” to “{to}” could lose values, so it is not possible.' },
  fixedOption: { pl: 'Tego nie da się zmienić, gdy pole już jest.', en: 'This cannot be changed once the field is there.' },
  wouldLose: { pl: '{count, plural, one {# rekord ma wartość, która by nie pasowała} few {# rekordy mają wartości, które by nie pasowały} many {# rekordów ma wartości, które by nie pasowały} other {# rekordu ma wartości, które by nie pasowały}}.', en: '{count, plural, one {# record has a value that would not fit} other {# records have values that would not fit}}.' },
  wouldRepeat: { pl: '{count, plural, one {# rekord ma wartość, która się powtarza} few {# rekordy mają wartości, które się powtarzają} many {# rekordów ma wartości, które się powtarzają} other {# rekordu ma wartości, które się powtarzają}}. Najpierw je zmień.', en: '{count, plural, one {# record has a value that repeats} other {# records have values that repeat}}. Change them first.' },
  busy: { pl: 'Tabela jest teraz tak zajęta, że zmiany nie dało się wprowadzić bez zatrzymywania innych. Spróbuj za chwilę.', en: 'The table is so busy right now that the change could not be made without stopping others. Try again in a moment.' },
  twice: { pl: 'Ten sam element jest podany dwa razy.', en: 'The same item is given twice.' },
  formulaFixed: { pl: 'Pole zwykłe nie może stać się obliczanym ani odwrotnie: dodaj nowe.', en: 'A plain field cannot become a calculated one or the other way round: add a new one.' },
} as const satisfies Record<string, Text>
