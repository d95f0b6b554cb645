import type { Text } from '../../../../contract/text.ts'

export const embeddedTexts = {
  noBinaries: {
    pl: 'Dla tego systemu ({platform}) nie ma wbudowanej bazy danych; proszę podać własną w DATABASE_URL.',
    en: 'There is no built-in database for this system ({platform}); give your own in DATABASE_URL.',
  },
  otherMajor: {
    pl: 'Folder danych {folder} zapisał PostgreSQL {found}, a ten program ma PostgreSQL {known}; proszę uruchomić odpowiednią wersję Sedna albo przenieść dane przez backup i restore.',
    en: 'The data folder {folder} was written by PostgreSQL {found} and this program has PostgreSQL {known}; start the matching version of Sedno, or move the data by backup and restore.',
  },
  newerDatabase: {
    pl: 'Dane w bazie zapisała nowsza wersja Sedna (migracja {found}, ten program zna {known}); proszę uruchomić nowszą wersję programu.',
    en: 'The database was written by a newer version of Sedno (migration {found}, this program knows {known}); start the newer version of the program.',
  },
  diskFull: {
    pl: 'Na dysku z folderem danych {folder} nie ma miejsca; proszę je zwolnić i uruchomić program ponownie.',
    en: 'The disk with the data folder {folder} is full; free some space and start again.',
  },
  notWritable: {
    pl: 'Nie można zapisywać w folderze danych {folder} (użytkownik systemu: {user}); proszę zmienić jego prawa albo wskazać inny w SEDNO_DATA.',
    en: 'The data folder {folder} cannot be written to (system user: {user}); change its permissions or name another in SEDNO_DATA.',
  },
  otherOwner: {
    pl: 'Baza danych w {folder} należy do użytkownika systemu {owner}, a program uruchomił {user}; proszę uruchomić go jako {owner} albo root.',
    en: 'The database in {folder} belongs to the system user {owner}, and {user} started the program; start it as {owner} or as root.',
  },
  noAccount: {
    pl: 'PostgreSQL nie może działać jako root, a użytkownika systemu „sedno” nie udało się utworzyć ({reason}); proszę go utworzyć albo uruchomić program jako zwykły użytkownik.',
    en: 'PostgreSQL cannot run as root, and the system user "sedno" could not be made ({reason}); make it, or start the program as an ordinary user.',
  },
  unreachable: {
    pl: 'Użytkownik systemu „{user}” nie może wejść do {folder}, a bez roota PostgreSQL tam nie zadziała; proszę wskazać w SEDNO_DATA folder, do którego może wejść.',
    en: 'The system user "{user}" cannot enter {folder}, and PostgreSQL does not run as root; name a folder it can enter in SEDNO_DATA.',
  },
  notStarted: {
    pl: 'Wbudowana baza danych nie wystartowała: {reason} (więcej w {log}).',
    en: 'The built-in database did not start: {reason} (more in {log}).',
  },
} as const satisfies Record<string, Text>
