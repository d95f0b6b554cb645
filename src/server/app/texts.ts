import type { Text } from '../../contract/text.ts'

export const texts = {
  portTaken: { pl: 'Port {port} jest zajęty przez inny program; proszę go zwolnić albo podać inny w PORT.', en: 'Port {port} is taken by another program; free it or give another in PORT.' },
  portForbidden: { pl: 'Portu {port} nie wolno zająć temu użytkownikowi systemu; proszę podać w PORT liczbę większą od 1023.', en: 'This system user may not take port {port}; give a number above 1023 in PORT.' },
  noSuchHost: { pl: 'Ten komputer nie ma adresu {host}; proszę poprawić HOST.', en: 'This computer does not have the address {host}; correct HOST.' },
  newerDatabase: {
    pl: 'Dane w bazie zapisała nowsza wersja Sedna (migracja {found}, ten program zna {known}); proszę uruchomić nowszą wersję programu.',
    en: 'The database was written by a newer version of Sedno (migration {found}, this program knows {known}); start the newer version of the program.',
  },
  starting: { pl: 'Sedno uruchamia się. Ta strona odświeży się sama.', en: 'Sedno is starting. This page will refresh by itself.' },
  listening: { pl: 'Sedno działa: {address}', en: 'Sedno is ready: {address}' },
  working: { pl: 'Sedno: proces zadań w tle działa.', en: 'Sedno: the background worker is ready.' },
  stopping: { pl: 'Sedno kończy pracę…', en: 'Sedno is stopping…' },
  databaseLost: { pl: 'Baza danych przestała odpowiadać; uruchamiam ją ponownie.', en: 'The database stopped answering; starting it again.' },
  databaseBack: { pl: 'Baza danych znów działa.', en: 'The database is back.' },
  databaseFailed: { pl: 'Bazy danych nie udało się uruchomić: {reason}', en: 'The database could not be started: {reason}' },
  commands: { pl: 'npm run sedno -- POLECENIE', en: 'npm run sedno -- COMMAND' },
  unknownCommand: { pl: 'Nie ma polecenia „{word}”.', en: 'There is no command "{word}".' },
  backupUsage: { pl: 'backup PLIK [--without-key]: kopia zapasowa wszystkiego w jednym pliku', en: 'backup FILE [--without-key]: a backup of everything in one file' },
  restoreUsage: { pl: 'restore PLIK [--replace | --check]: odtworzenie kopii; --replace zastępuje dane, które są; --check tylko sprawdza plik', en: 'restore FILE [--replace | --check]: brings a backup back; --replace puts it in place of the data there are; --check only checks the file' },
  backupDone: {
    pl: 'Kopia zapisana: {file} ({size} MB; {rows, plural, one {# wiersz} few {# wiersze} other {# wierszy}}, {files, plural, one {# plik} few {# pliki} other {# plików}}).',
    en: 'Backup written: {file} ({size} MB; {rows, plural, one {# row} other {# rows}}, {files, plural, one {# file} other {# files}}).',
  },
  keyInside: { pl: 'Kopia zawiera klucz, którym zaszyfrowano hasła i sekrety: proszę jej strzec jak samej bazy.', en: 'The backup holds the key that seals passwords and secrets: guard it like the database itself.' },
  keyApart: { pl: 'Kopia nie zawiera klucza: proszę osobno zachować plik {file}.', en: 'The backup does not hold the key: keep the file {file} apart.' },
  keyMissing: { pl: 'Kopia nie zawierała klucza: aby zapisane sekrety dały się odczytać, proszę przywrócić plik {file}.', en: 'The backup did not hold the key: put back the file {file}, so that the secrets kept can be read.' },
  backupGood: { pl: 'Kopia {file} jest cała (zrobiona {madeAt}, Sedno {by}).', en: 'The backup {file} is whole (made {madeAt}, Sedno {by}).' },
  restoreDone: {
    pl: 'Odtworzono kopię z {madeAt}: {rows, plural, one {# wiersz} few {# wiersze} other {# wierszy}}, {files, plural, one {# plik} few {# pliki} other {# plików}}.',
    en: 'Restored the backup of {madeAt}: {rows, plural, one {# row} other {# rows}}, {files, plural, one {# file} other {# files}}.',
  },
} as const satisfies Record<string, Text>
