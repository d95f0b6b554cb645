import type { Text } from '../../../contract/text.ts'

/** Words every screen uses. */
export const common = {
  save: { pl: 'Zapisz', en: 'Save' },
  cancel: { pl: 'Anuluj', en: 'Cancel' },
  close: { pl: 'Zamknij', en: 'Close' },
  undo: { pl: 'Cofnij', en: 'Undo' },
  undone: { pl: 'Cofnięto', en: 'Undone' },
  edit: { pl: 'Zmień', en: 'Edit' },
  delete: { pl: 'Usuń', en: 'Delete' },
  add: { pl: 'Dodaj', en: 'Add' },
  back: { pl: 'Wstecz', en: 'Back' },
  more: { pl: 'Więcej', en: 'More' },
  search: { pl: 'Szukaj', en: 'Search' },
  copy: { pl: 'Kopiuj', en: 'Copy' },
  copied: { pl: 'Skopiowano', en: 'Copied' },
  clear: { pl: 'Wyczyść', en: 'Clear' },
  yes: { pl: 'Tak', en: 'Yes' },
  no: { pl: 'Nie', en: 'No' },
  none: { pl: 'brak', en: 'none' },
  all: { pl: 'Wszystkie', en: 'All' },
  tryAgain: { pl: 'Spróbuj ponownie', en: 'Try again' },
  waiting: { pl: 'Wczytywanie…', en: 'Loading…' },
  notAllowed: { pl: 'Nie masz do tego dostępu', en: 'You have no access to this' },
  askAdministrator: { pl: 'Jeśli ma być inaczej, poproś administratora o rolę, która na to pozwala.', en: 'If it should be otherwise, ask an administrator for a role that allows it.' },
  failed: { pl: 'Nie udało się', en: 'It did not work' },
} satisfies Record<string, Text>

/** Lines whose order one changes. */
export const sorting = {
  dragHelp: { pl: 'Spacja podnosi, strzałki przenoszą, Spacja odkłada, Escape odwołuje.', en: 'Space picks up, arrows move, Space drops, Escape cancels.' },
  move: { pl: 'Przenieś: {name}', en: 'Move: {name}' },
} satisfies Record<string, Text>
