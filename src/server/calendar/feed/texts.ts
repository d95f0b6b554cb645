export const refusals = {
  gone: { pl: 'Nie ma takiego adresu kalendarza.', en: 'There is no such calendar address.' },
  noPerson: { pl: 'Nie ma takiej osoby.', en: 'There is no such person.' },
  privateOfOthers: { pl: 'Wpisy prywatne może zawierać tylko adres własnego kalendarza.', en: 'Only the address of one’s own calendar may hold private entries.' },
  tooMany: { pl: 'Można mieć najwyżej {limit} adresów kalendarzy.', en: 'One may have at most {limit} calendar addresses.' },
  tooOften: { pl: 'Ten kalendarz jest pobierany zbyt często. Proszę spróbować za {seconds} s.', en: 'This calendar is read too often. Please try again in {seconds} s.' },
} as const

export const words = {
  busy: { pl: 'Zajęty czas', en: 'Busy' },
  away: { pl: 'Poza biurem', en: 'Out of office' },
} as const
