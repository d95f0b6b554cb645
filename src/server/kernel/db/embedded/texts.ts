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
