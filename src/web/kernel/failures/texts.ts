import type { Text } from '../../../contract/text.ts'

export const texts = {
  failures: { pl: 'Nieudane czynności', en: 'Failed tasks' },
  explained: {
    pl: 'To, co program robi sam po zapisie zmiany, a co się nie powiodło. Próbuje wielokrotnie, coraz rzadziej; po wyczerpaniu prób czeka na Ciebie.',
    en: 'What the program does by itself after a change, and could not do. It tries many times, ever less often; then it waits for you.',
  },
  empty: { pl: 'Nic nie czeka', en: 'Nothing is waiting' },
  emptyText: { pl: 'Wszystko, co program robi po zmianach, zostało zrobione.', en: 'All that the program does after changes has been done.' },
  task: { pl: 'Czynność', en: 'Task' },
  record: { pl: 'Rekord', en: 'Record' },
  reason: { pl: 'Dlaczego', en: 'Why' },
  tried: { pl: 'Próby', en: 'Attempts' },
  acts: { pl: 'Co zrobić', en: 'What to do' },
  attempts: {
    pl: '{count, plural, one {# próba} few {# próby} many {# prób} other {# próby}}, pierwsza {at}',
    en: '{count, plural, one {# attempt} other {# attempts}}, the first {at}',
  },
  next: { pl: 'Następna {at}', en: 'The next {at}' },
  givenUp: { pl: 'Zaprzestano prób', en: 'Given up' },
  retry: { pl: 'Ponów', en: 'Try again' },
  retried: { pl: 'Zostanie ponowione za chwilę', en: 'It will be tried again in a moment' },
  whole: { pl: 'Szczegóły techniczne', en: 'Technical details' },
} satisfies Record<string, Text>
