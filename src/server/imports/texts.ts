export const refusals = {
  tooManyColumns: { pl: 'Wiersz ma {found, plural, one {# kolumnę} few {# kolumny} other {# kolumn}}, a nagłówek {expected}.', en: 'The row has {found, plural, one {# column} other {# columns}}, the head has {expected}.' },
  tooFewColumns: { pl: 'Wiersz ma tylko {found, plural, one {# kolumnę} few {# kolumny} other {# kolumn}}, a nagłówek {expected}.', en: 'The row has only {found, plural, one {# column} other {# columns}}, the head has {expected}.' },
  linkMissing: { pl: 'Nie znaleziono: {object} „{text}”.', en: 'Not found: {object} “{text}”.' },
  linkAmbiguous: { pl: 'Więcej niż jeden rekord pasuje: {object} „{text}”.', en: 'More than one record matches: {object} “{text}”.' },
  importGone: { pl: 'Nie ma takiego importu.', en: 'There is no such import.' },
  mayNotImport: { pl: 'Twoja rola nie pozwala importować.', en: 'Your role does not allow importing.' },
  alreadyRunning: { pl: 'Ten import już trwa albo się zakończył.', en: 'This import is already running or has ended.' },
  notRunning: { pl: 'Ten import teraz nie trwa.', en: 'This import is not running now.' },
  notDone: { pl: 'Cofnąć można tylko zakończony import.', en: 'Only an import that has ended can be undone.' },
  unknownTarget: { pl: 'Nie można importować do pola {field}.', en: 'Field {field} cannot be imported into.' },
  columnTwice: { pl: 'Dwie kolumny prowadzą do tego samego miejsca: {field}.', en: 'Two columns lead to the same place: {field}.' },
  nothingMapped: { pl: 'Przypisz przynajmniej jedną kolumnę do pola.', en: 'Assign at least one column to a field.' },
  repeatedInFile: { pl: 'Ta sama wartość jest już w wierszu {line} tego pliku.', en: 'The same value stands in line {line} of this file already.' },
  noFile: { pl: 'Nie przesłano pliku.', en: 'No file was sent.' },
  unknownPart: { pl: 'Nieznane pole formularza: {name}.', en: 'Unknown field of the form: {name}.' },
  notJson: { pl: 'To nie jest poprawny JSON.', en: 'This is not valid JSON.' },
  noObject: { pl: 'Podaj, co importujesz (object).', en: 'Say what you import (object).' },
  unknownKey: { pl: 'Nie można szukać duplikatów po polu {path}.', en: 'Duplicates cannot be looked for by {path}.' },
  requiredUnmapped: { pl: 'Wymagane pole {label} nie ma kolumny ani wartości domyślnej.', en: 'The required field {label} has neither a column nor a default.' },
} as const

export const words = {
  reason: { pl: 'Powód odrzucenia', en: 'Reason for refusal' },
  line: { pl: 'Wiersz', en: 'Line' },
  running: { pl: 'Import: {file}', en: 'Import: {file}' },
  checking: { pl: 'Sprawdzanie pliku: {file}', en: 'Checking the file: {file}' },
  undoing: { pl: 'Cofanie importu: {file}', en: 'Undoing the import: {file}' },
} as const
