export const refusals = {
  tooManyPeople: { pl: 'Obok siebie można pokazać najwyżej {limit} kalendarzy.', en: 'At most {limit} calendars can be shown side by side.' },
  tooLong: { pl: 'Naraz można pokazać najwyżej {days} dni.', en: 'At most {days} days can be shown at once.' },
  reversed: { pl: 'Koniec okresu musi być po jego początku.', en: 'The span must end after it begins.' },
} as const
