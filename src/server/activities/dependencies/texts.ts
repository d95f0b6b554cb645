export const texts = {
  waits: {
    pl: 'Najpierw trzeba wykonać: {names}{others, plural, =0 {} one { i jeszcze # działanie} few { i jeszcze # działania} many { i jeszcze # działań} other { i jeszcze # działania}}.',
    en: 'First these must be done: {names}{others, plural, =0 {} one { and # more activity} other { and # more activities}}.',
  },
  waitsForHidden: {
    pl: 'Najpierw {others, plural, one {musi zostać wykonane # działanie, którego} few {muszą zostać wykonane # działania, których} many {musi zostać wykonanych # działań, których} other {musi zostać wykonanych # działania, których}} nie widzisz.',
    en: 'First {others, plural, one {# activity that you do not see} other {# activities that you do not see}} must be done.',
  },
  circle: { pl: 'Działania czekałyby na siebie nawzajem w kółko.', en: 'The activities would wait for one another in a circle.' },
} as const
