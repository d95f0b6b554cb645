import type { Text } from '../../../contract/text.ts'

export const texts = {
  days: { pl: '{count, plural, one {# dzień} few {# dni} many {# dni} other {# dnia}}', en: '{count, plural, one {# day} other {# days}}' },
  usually: { pl: 'zwykle {days}', en: 'usually {days}' },
  goTo: { pl: 'Przenieś do etapu: {stage}', en: 'Move to stage: {stage}' },
  here: { pl: '{stage} {days}, obecny etap', en: '{stage} {days}, the present stage' },
  passed: { pl: '{stage} {days}', en: '{stage} {days}' },
  closed: { pl: 'Szansa jest zamknięta. Żeby zmienić etap, otwórz ją ponownie.', en: 'The opportunity is closed. To change its stage, reopen it.' },
  mayNot: { pl: 'Możesz ją tylko czytać.', en: 'You may only read it.' },
  stalled: { pl: 'Stoi w etapie „{stage}” już {days}, zwykle {usual}.', en: 'It has stood in the stage “{stage}” for {days}; {usual} is usual.' },
  noStep: { pl: 'Nie ma następnego kroku, a ten proces go wymaga.', en: 'There is no next step, and this pipeline requires one.' },
  noStepStalled: { pl: 'Nic też nie jest zaplanowane.', en: 'Nothing is planned either.' },
  plan: { pl: 'Zaplanuj działanie', en: 'Plan an activity' },
  followUp: { pl: 'Ustalić następny krok', en: 'Settle the next step' },
  open: { pl: 'Otwarte', en: 'Open' },
  won: { pl: 'Wygrane', en: 'Won' },
  lost: { pl: 'Przegrane', en: 'Lost' },
  add: { pl: 'Nowa szansa', en: 'New opportunity' },
  latest: { pl: 'Otwarte szanse', en: 'Open opportunities' },
  none: { pl: 'Z tą firmą nie ma jeszcze żadnej szansy.', en: 'There is no opportunity with this company yet.' },
} as const satisfies Record<string, Text>
