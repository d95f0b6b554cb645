import type { Text } from '../../../contract/text.ts'

export const fileTexts = {
  usage: { pl: 'config export FOLDER · config diff FOLDER [--add] · config apply FOLDER [--add] [--yes]   konfiguracja jako pliki (--add: to, czego w plikach nie ma, zostaje)', en: 'config export FOLDER · config diff FOLDER [--add] · config apply FOLDER [--add] [--yes]   the configuration as files (--add: what the files do not name stays)' },
  noHeader: { pl: 'W folderze nie ma pliku configuration.json: to nie jest konfiguracja.', en: 'There is no configuration.json in the folder: this is no configuration.' },
  newer: { pl: 'Konfigurację zapisała nowsza wersja programu ({program}), której ta nie rozumie.', en: 'The configuration was written by a newer version of the program ({program}) that this one does not understand.' },
  badFile: { pl: 'Pliku {file} nie da się odczytać (ucięty albo zmieniony?): {reason}', en: 'The file {file} cannot be read (cut off or altered?): {reason}' },
  noFolder: { pl: 'Nie ma folderu {folder}.', en: 'There is no folder {folder}.' },
  unknownKind: { pl: 'Tego rodzaju ustawień program nie zna: {kind} {id}.', en: 'The program does not know this kind of settings: {kind} {id}.' },
  unknownRole: { pl: 'Konfiguracja mówi o roli, której w niej nie ma: {word}.', en: 'The configuration speaks of a role that is not in it: {word}.' },
  exported: { pl: '{count, plural, one {Zapisano # plik} few {Zapisano # pliki} many {Zapisano # plików} other {Zapisano # pliku}} w {folder}.', en: '{count, plural, one {# file} other {# files}} written to {folder}.' },
  same: { pl: 'Nic się nie różni.', en: 'Nothing differs.' },
  rehearsed: { pl: 'To była próba: nic nie zmieniono. Z --yes zmiany zostaną wprowadzone.', en: 'This was a rehearsal: nothing was changed. With --yes the changes are made.' },
  applied: { pl: '{count, plural, one {Wprowadzono # zmianę} few {Wprowadzono # zmiany} many {Wprowadzono # zmian} other {Wprowadzono # zmiany}}.', en: '{count, plural, one {# change} other {# changes}} made.' },
  gaps: { pl: '{object}.{field}: {count, plural, one {# rekord nie ma} few {# rekordy nie mają} many {# rekordów nie ma} other {# rekordu nie ma}} tej wymaganej wartości', en: '{object}.{field}: {count, plural, one {# record lacks} other {# records lack}} this required value' },
} as const satisfies Record<string, Text>
