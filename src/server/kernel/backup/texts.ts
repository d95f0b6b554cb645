import type { Text } from '../../../contract/text.ts'

export const texts = {
  unreadable: { pl: 'Nie można odczytać pliku {file}: {reason}.', en: 'The file {file} cannot be read: {reason}.' },
  noBackup: { pl: 'Plik {file} nie jest kopią zapasową Sedna.', en: 'The file {file} is not a backup of Sedno.' },
  newer: { pl: 'Kopię {file} zrobiła nowsza wersja Sedna; proszę odtworzyć ją tą wersją albo nowszą.', en: 'The backup {file} was made by a newer version of Sedno; restore it with that version or a newer one.' },
  cutOff: { pl: 'Kopia {file} jest niepełna: urywa się przed końcem. Niczego nie zmieniono.', en: 'The backup {file} is not whole: it ends too soon. Nothing was changed.' },
  spoilt: { pl: 'Kopia {file} jest uszkodzona: sumy kontrolne się nie zgadzają. Niczego nie zmieniono.', en: 'The backup {file} is spoilt: its checksums do not agree. Nothing was changed.' },
  notEmpty: {
    pl: 'Ta instalacja ma już dane; aby zastąpić je kopią, proszę dodać --replace. Niczego nie zmieniono.',
    en: 'This installation has data already; add --replace to put the backup in their place. Nothing was changed.',
  },
  foreign: {
    pl: 'W tej bazie danych są tabele, które nie są Sedna ({tables}); proszę podać pustą bazę. Niczego nie zmieniono.',
    en: 'This database holds tables that are not Sedno’s ({tables}); give an empty one. Nothing was changed.',
  },
  inUse: {
    pl: 'Z tej bazy danych korzysta teraz Sedno ({count, plural, one {# połączenie} few {# połączenia} other {# połączeń}}); proszę zatrzymać serwery i spróbować jeszcze raz.',
    en: 'Sedno is using this database now ({count, plural, one {# connection} other {# connections}}); stop the servers and try again.',
  },
  brokenOff: { pl: 'Przerwane: dane odtworzono z kopii zapasowej, zrobionej w trakcie tej pracy.', en: 'Broken off: the data were restored from a backup made while this work was under way.' },
} as const satisfies Record<string, Text>
