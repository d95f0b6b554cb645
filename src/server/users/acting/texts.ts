/** What an administrator reads who looks with other eyes. */
export const refusals = {
  ownSession: { pl: 'Podgląd działa tylko w przeglądarce, po zalogowaniu; klucz API go nie rozpocznie.', en: 'A preview works only in a browser, signed in; an API key cannot begin one.' },
  noSuchPerson: { pl: 'Nie ma takiej osoby albo jej konto jest nieaktywne.', en: 'There is no such person, or the account is inactive.' },
  noSuchRole: { pl: 'Nie ma takiej roli.', en: 'There is no such role.' },
  administrator: { pl: 'Administrator widzi wszystko, tak jak Ty. Podgląd jest dla pozostałych osób i ról.', en: 'An administrator sees everything, as you do. The preview is for other people and roles.' },
  notActing: { pl: 'Podgląd jest już zakończony.', en: 'The preview has ended already.' },
} as const
