import type { Text } from '../../contract/text.ts'

export const texts = {
  portTaken: { pl: 'Port {port} jest zajęty przez inny program; proszę go zwolnić albo podać inny w PORT.', en: 'Port {port} is taken by another program; free it or give another in PORT.' },
  portForbidden: { pl: 'Portu {port} nie wolno zająć temu użytkownikowi systemu; proszę podać w PORT liczbę większą od 1023.', en: 'This system user may not take port {port}; give a number above 1023 in PORT.' },
  noSuchHost: { pl: 'Ten komputer nie ma adresu {host}; proszę poprawić HOST.', en: 'This computer does not have the address {host}; correct HOST.' },
  newerDatabase: {
    pl: 'Dane w bazie zapisała nowsza wersja Sedna (migracja {found}, ten program zna {known}); proszę uruchomić nowszą wersję programu.',
    en: 'The database was written by a newer version of Sedno (migration {found}, this program knows {known}); start the newer version of the program.',
  },
  listening: { pl: 'Sedno działa: {address}', en: 'Sedno is ready: {address}' },
  working: { pl: 'Sedno: proces zadań w tle działa.', en: 'Sedno: the background worker is ready.' },
  stopping: { pl: 'Sedno kończy pracę…', en: 'Sedno is stopping…' },
  databaseLost: { pl: 'Baza danych przestała odpowiadać; uruchamiam ją ponownie.', en: 'The database stopped answering; starting it again.' },
  databaseBack: { pl: 'Baza danych znów działa.', en: 'The database is back.' },
  databaseFailed: { pl: 'Bazy danych nie udało się uruchomić: {reason}', en: 'The database could not be started: {reason}' },
} as const satisfies Record<string, Text>
