/** What a person is told when a write is refused. */
import type { Text } from '../../../contract/text.ts'

export const texts = {
  unknownObject: { pl: 'Nie ma takiego rodzaju danych: {object}.', en: 'There is no such kind of record: {object}.' },
  unknownField: { pl: 'Nie ma takiego pola: {field}.', en: 'There is no such field: {field}.' },
  fieldNotWritable: { pl: 'Tego pola nie możesz zmienić.', en: 'You may not change this field.' },
  required: { pl: 'To pole musi być wypełnione.', en: 'This field must be filled in.' },
  noSuchMove: { pl: 'Ze stanu „{from}” nie można przejść do stanu „{to}”.', en: 'It cannot go from “{from}” to “{to}”.' },
  moveOfOthers: { pl: 'Przejście ze stanu „{from}” do stanu „{to}” należy do innej roli.', en: 'Going from “{from}” to “{to}” is for another role.' },
  moveCondition: { pl: 'Warunek przejścia „{move}” nie jest spełniony.', en: 'The condition of “{move}” is not met.' },
  stateNotOfType: { pl: 'Typ „{type}” nie ma stanu „{state}”.', en: 'The type “{type}” does not have the state “{state}”.' },
  typeLacksState: {
    pl: 'Rekord jest w stanie „{state}”, którego typ „{type}” nie ma. Najpierw zmień stan.',
    en: 'The record is in the state “{state}”, which the type “{type}” does not have. Change the state first.',
  },
  needsOthers: { pl: 'Najpierw ktoś inny musi uzupełnić dane, których nie możesz zmieniać.', en: 'Somebody else must first fill in what you may not change.' },
  noState: { pl: 'bez stanu', en: 'no state' },
  notUnique: { pl: 'Ta wartość jest już zajęta.', en: 'This value is already taken.' },
  notUniqueBy: { pl: 'Ta wartość jest już zajęta: {holder}.', en: 'This value is already taken: {holder}.' },
  linkNotThere: { pl: 'Wskazanego rekordu nie ma albo nie masz do niego dostępu.', en: 'The record pointed to is not there, or you have no access to it.' },
  notFound: { pl: 'Nie ma takiego rekordu albo nie masz do niego dostępu.', en: 'There is no such record, or you have no access to it.' },
  verbNotAllowed: { pl: 'Nie masz uprawnienia do tej czynności.', en: 'You are not allowed to do this.' },
  changeNotAllowed: { pl: 'Możesz ten rekord czytać, ale nie zmieniać.', en: 'You may read this record, but not change it.' },
  deleteNotAllowed: { pl: 'Możesz ten rekord czytać, ale nie usunąć.', en: 'You may read this record, but not delete it.' },
  outOfReach: {
    pl: 'Po tym zapisie rekord wyszedłby poza to, co wolno Ci zapisywać. Sprawdź opiekuna i powiązania.',
    en: 'After this the record would be outside of what you may write. Check its owner and its links.',
  },
  actingReadOnly: { pl: 'Oglądasz Sedno jako {name}. W podglądzie niczego się nie zapisuje.', en: 'You are looking at Sedno as {name}. Nothing is written in a preview.' },
  inTrash: { pl: 'Rekord jest w koszu. Najpierw go przywróć.', en: 'The record is in the trash. Restore it first.' },
  notInTrash: { pl: 'Tego rekordu nie ma w koszu.', en: 'This record is not in the trash.' },
  notArchivable: { pl: 'Takich danych nie przenosi się do archiwum.', en: 'Records of this kind are not archived.' },
  versionMissing: {
    pl: 'Brakuje numeru wersji, którą zmieniasz (pole „version”).',
    en: 'The number of the version you are changing is missing (“version”).',
  },
  stale: {
    pl: 'Ktoś zmienił ten rekord w międzyczasie. Porównaj obie wersje i wybierz, co zostaje.',
    en: 'Somebody changed this record meanwhile. Compare both versions and choose what stays.',
  },
  treeCycle: {
    pl: 'Rekord nie może podlegać sam sobie ani temu, co mu podlega.',
    en: 'A record cannot be placed under itself or under what is below it.',
  },
  stillLinked: {
    pl: 'Nie można usunąć: {count, plural, one {wskazuje na to # rekord} few {wskazują na to # rekordy} many {wskazuje na to # rekordów} other {wskazuje na to # rekordu}} ({kind}).',
    en: 'It cannot be deleted: {count, plural, one {# record points} other {# records point}} to it ({kind}).',
  },
  stillLinkedSomewhere: { pl: 'Nie można usunąć: wskazują na to inne rekordy.', en: 'It cannot be deleted: other records point to it.' },
  tooMany: { pl: 'Najwyżej {limit, number} rekordów naraz.', en: 'At most {limit, number} records at once.' },
  batchStopped: {
    pl: 'Nic nie zapisano, bo odmówiono innej pozycji tej samej paczki.',
    en: 'Nothing was written, because another item of the same batch was refused.',
  },
  batchRefused: {
    pl: 'Nic nie zapisano: {count, plural, one {# pozycję odrzucono} few {# pozycje odrzucono} many {# pozycji odrzucono} other {# pozycji odrzucono}}, a paczka miała być zapisana w całości.',
    en: 'Nothing was written: {count, plural, one {# item was} other {# items were}} refused, and the batch was to be written as a whole.',
  },
  keyNotIndexed: {
    pl: 'Po polu „{field}” nie da się rozpoznawać rekordów: nie jest ani niepowtarzalne, ani indeksowane.',
    en: 'Records cannot be recognised by “{field}”: it is neither unique nor indexed.',
  },
  keyMissing: { pl: 'Brakuje wartości, po której rekord ma być rozpoznany.', en: 'The value by which the record is to be recognised is missing.' },
  keyAmbiguous: {
    pl: 'Kilka rekordów ma tę wartość; nie wiadomo, który zmienić.',
    en: 'Several records have this value; it is not clear which to change.',
  },
  keyRepeated: { pl: 'Ta sama wartość stoi w paczce drugi raz.', en: 'The same value stands in the batch a second time.' },
  mergeItself: { pl: 'Rekordu nie można scalić z nim samym.', en: 'A record cannot be merged with itself.' },
  mergeNothing: { pl: 'Wskaż rekordy do scalenia.', en: 'Say which records are to be merged.' },
  mergeUndone: { pl: 'To scalenie już cofnięto.', en: 'This merge has been undone already.' },
  fileNotUploaded: { pl: 'Pliku „{name}” nie ma. Prześlij go jeszcze raz.', en: 'There is no file “{name}”. Upload it again.' },
  nothingToUndo: { pl: 'Nie ma czego cofnąć.', en: 'There is nothing to undo.' },
  cannotUndo: { pl: 'Tej zmiany nie da się cofnąć.', en: 'This change cannot be undone.' },
  changedSince: {
    pl: 'Nie można cofnąć: {count, plural, one {# rekord zmieniono} few {# rekordy zmieniono} many {# rekordów zmieniono} other {# rekordu zmieniono}} w międzyczasie.',
    en: 'It cannot be undone: {count, plural, one {# record was} other {# records were}} changed meanwhile.',
  },
  keyReused: {
    pl: 'Ten klucz powtórzenia (Idempotency-Key) był już użyty przy innym żądaniu.',
    en: 'This Idempotency-Key was already used with another request.',
  },
  stillRunning: {
    pl: 'Takie samo żądanie właśnie trwa. Zaczekaj na jego odpowiedź.',
    en: 'The same request is still being worked on. Wait for its answer.',
  },
  nothingChosen: {
    pl: 'Nie wybrano żadnych rekordów. Podaj warunek („where” albo „search”) lub ich numery („ids”); wszystkie bez wyjątku wybiera „all: true”.',
    en: 'No records were chosen. Give a condition (“where” or “search”) or their ids (“ids”); “all: true” chooses all of them.',
  },
  chosenTwice: {
    pl: 'Podano i wybrane rekordy („ids”), i wszystkie („all”). Zostaw jedno z tych dwojga.',
    en: 'Both chosen records (“ids”) and all of them (“all”) were given. Leave one of the two.',
  },
  undoing: { pl: 'Cofanie zmian', en: 'Undoing changes' },
  massChange: {
    pl: 'Zmiana wielu rekordów: {kind}',
    en: 'Change of many records: {kind}',
  },
} as const satisfies Record<string, Text>

export const massWithheld = {
  change: { pl: 'Twoja rola nie pozwala zmieniać wielu rekordów naraz. Możesz zmieniać je pojedynczo.', en: 'Your role does not allow changing many records at once. You may change them one by one.' },
  delete: { pl: 'Twoja rola nie pozwala usuwać wielu rekordów naraz. Możesz usuwać je pojedynczo.', en: 'Your role does not allow deleting many records at once. You may delete them one by one.' },
  merge: { pl: 'Twoja rola nie pozwala łączyć rekordów.', en: 'Your role does not allow merging records.' },
} satisfies Record<string, Text>
