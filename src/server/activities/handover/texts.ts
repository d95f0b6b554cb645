export const texts = {
  title: { pl: 'Przekazanie pracy: {from}', en: 'Handing over the work of {from}' },
  notAllowed: { pl: 'Pracę tej osoby może przekazać ona sama, jej przełożony albo administrator.', en: 'The work of this person is handed over by himself, his superior or an administrator.' },
  noSuchPerson: { pl: 'Nie ma takiej osoby albo nie masz do niej dostępu.', en: 'There is no such person, or you have no access to him.' },
  toWhom: { pl: 'Podaj, kto przejmuje pracę, albo wybierz opiekunów klientów.', en: 'Say who takes the work over, or choose the customers’ owners.' },
  toBoth: { pl: 'Podaj jedną osobę albo wybierz opiekunów klientów, nie oba.', en: 'Name one person or choose the customers’ owners, not both.' },
  same: { pl: 'Praca już należy do tej osoby.', en: 'The work is that person’s already.' },
  inactive: { pl: 'Ta osoba nie pracuje już w Sednie.', en: 'This person does not work in Sedno any more.' },
  reversed: { pl: 'Ostatni dzień nie może być przed pierwszym.', en: 'The last day cannot be before the first.' },
  nothing: { pl: 'Nie ma czego przekazać.', en: 'There is nothing to hand over.' },
} as const
