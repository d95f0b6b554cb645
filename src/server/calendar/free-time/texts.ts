export const refusals = {
  noPerson: { pl: 'Nie ma takiej osoby.', en: 'There is no such person.' },
  reversed: { pl: 'Koniec okresu musi być po jego początku.', en: 'The span must end after it begins.' },
  tooLong: { pl: 'Wolnego czasu można szukać w okresie najwyżej {days} dni.', en: 'Free time can be looked for within at most {days} days.' },
} as const
