import type { Text } from '../../../contract/text.ts'

export const texts = {
  checklist: { pl: 'Lista kontrolna', en: 'Checklist' },
  progress: { pl: 'Zrobione {done} z {all}', en: '{done} of {all} done' },
  add: { pl: 'Dodaj punkt i naciśnij Enter', en: 'Add an item and press Enter' },
  noItems: { pl: 'Bez punktów do odhaczenia.', en: 'No items to tick off.' },
  itemMenu: { pl: '{title}: więcej', en: '{title}: more' },
  up: { pl: 'Wyżej', en: 'Move up' },
  down: { pl: 'Niżej', en: 'Move down' },
  rename: { pl: 'Zmień treść', en: 'Change the text' },
  remove: { pl: 'Usuń', en: 'Remove' },
  removed: { pl: 'Usunięto: {title}', en: 'Removed: {title}' },
  tooMany: { pl: 'Pokazano pierwsze {count}.', en: 'The first {count} are shown.' },

  asks: { pl: '{name} zleca Ci to działanie.', en: '{name} asks you to do this.' },
  accept: { pl: 'Przyjmij', en: 'Accept' },
  refuse: { pl: 'Odmów', en: 'Refuse' },
  waitsForAnswer: { pl: '{name} – zlecone, czeka na przyjęcie.', en: 'Delegated to {name}, who has not answered yet.' },
  wasAccepted: { pl: '{name} – zlecone i przyjęte.', en: 'Delegated to {name}, who has accepted.' },
  takeBack: { pl: 'Odbierz zlecenie', en: 'Take back' },
  tookBack: { pl: 'To działanie jest znów Twoje.', en: 'This activity is yours again.' },
  wasRefused: { pl: 'Odmowa przyjęcia: {reason}', en: 'Refused: {reason}' },
  giveOther: { pl: 'Zleć komu innemu', en: 'Give to somebody else' },

  outcome: { pl: 'Wynik', en: 'Outcome' },
  finish: { pl: 'Wykonane', en: 'Done' },
  finishWith: { pl: 'Zakończ z wynikiem', en: 'Finish with an outcome' },
  nothingNoted: { pl: 'Nie zapisano wyniku.', en: 'No outcome was noted.' },
  noteIt: { pl: 'Zapisz wynik', en: 'Note the outcome' },

  before: { pl: 'Najpierw do wykonania', en: 'To be done first' },
} satisfies Record<string, Text>
