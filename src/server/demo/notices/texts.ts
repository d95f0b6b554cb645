import type { Text } from '../../../contract/text.ts'

export const texts = {
  given: { pl: '{who} zleca Ci: {title}', en: '{who} gives you: {title}' },
  givenWhy: { pl: 'Dostajesz to, bo ta praca należy do Ciebie.', en: 'You get this because this work is yours.' },
  ready: { pl: 'Przykładowa firma jest gotowa', en: 'The example company is ready' },
  readyBody: { pl: 'Jej pracownicy logują się Twoim hasłem; ich oczami widać, co komu wolno.', en: 'Its people sign in with your password; with their eyes you see who may do what.' },
  readyWhy: { pl: 'Dostajesz to, bo wczytano dane przykładowe.', en: 'You get this because the example data were loaded.' },
} as const satisfies Record<string, Text>
