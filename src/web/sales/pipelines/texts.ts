import type { Text } from '../../../contract/text.ts'

export const texts = {
  stages: { pl: 'Etapy', en: 'Stages' },
  about: { pl: 'Od pierwszego kontaktu do umowy. Kolejność zmienisz, przeciągając etap za uchwyt albo klawiszami: Spacja i strzałki.', en: 'From the first contact to the contract. Change their order by dragging a stage by its grip, or by keys: Space and arrows.' },
  add: { pl: 'Dodaj etap', en: 'Add a stage' },
  settings: { pl: 'Warunek wejścia i działania', en: 'Entry condition and activities' },
  hide: { pl: 'Zwiń', en: 'Fold' },
  acts: { pl: 'Działania: {name}', en: 'Actions: {name}' },
  remove: { pl: 'Usuń etap', en: 'Delete the stage' },
  removed: { pl: 'Usunięto etap „{name}”', en: 'The stage “{name}” was deleted' },
  open: { pl: 'Otwórz etap', en: 'Open the stage' },
  ordered: { pl: 'Zmieniono kolejność etapów', en: 'The order of the stages was changed' },
  empty: { pl: 'Ten proces nie ma jeszcze etapów. Zwykle wystarcza od czterech do siedmiu.', en: 'This pipeline has no stages yet. Four to seven are usually enough.' },
  activities: { pl: 'Działania tworzone przy wejściu do etapu', en: 'Activities made on entering the stage' },
  noActivities: { pl: 'Żadne działanie nie powstaje samo.', en: 'No activity is made by itself.' },
  addActivity: { pl: 'Dodaj działanie', en: 'Add an activity' },
  edit: { pl: 'Zmień: {name}', en: 'Change: {name}' },
  removeActivity: { pl: 'Usuń: {name}', en: 'Delete: {name}' },
  afterDays: { pl: '{count, plural, =0 {od razu} one {po # dniu} few {po # dniach} many {po # dniach} other {po # dnia}}', en: '{count, plural, =0 {at once} one {after # day} other {after # days}}' },
  required: { pl: 'wymagane', en: 'required' },
  hasCondition: { pl: 'ma warunek', en: 'has a condition' },
} as const satisfies Record<string, Text>
