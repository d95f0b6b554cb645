/** What is said at the first run, and the roles a new installation begins with. */
export const refusals = {
  done: { pl: 'Ta instalacja jest już skonfigurowana. Zaloguj się.', en: 'This installation is already set up. Sign in.' },
  unknownCurrency: { pl: 'Nie ma waluty {currency}. Podaj trzyliterowy kod, na przykład PLN.', en: 'There is no currency {currency}. Give its code of three letters, for example PLN.' },
} as const

export const standardRoleTexts = {
  administrator: {
    name: { pl: 'Administrator', en: 'Administrator' },
    description: { pl: 'Może wszystko: widzi i zmienia wszystkie dane, prowadzi konta, ustawienia i uprawnienia.', en: 'May do everything: sees and changes all data, looks after accounts, settings and permissions.' },
  },
  manager: {
    name: { pl: 'Kierownik sprzedaży', en: 'Sales manager' },
    description: { pl: 'Widzi wszystkie firmy i osoby, zmienia swoje i swoich podwładnych, importuje i eksportuje.', en: 'Sees all companies and people, changes his own and his subordinates’, imports and exports.' },
  },
  salesperson: {
    name: { pl: 'Handlowiec', en: 'Salesperson' },
    description: { pl: 'Widzi firmy i osoby swojego zespołu, zmienia własne.', en: 'Sees the companies and people of the team, changes his own.' },
  },
  assistant: {
    name: { pl: 'Asystent', en: 'Assistant' },
    description: { pl: 'Widzi i uzupełnia dane zespołu; niczego nie usuwa i nie eksportuje, obrotów nie zmienia.', en: 'Sees and completes the data of the team; deletes and exports nothing, changes no turnover.' },
  },
  viewer: {
    name: { pl: 'Tylko odczyt', en: 'Viewer' },
    description: { pl: 'Widzi wszystkie firmy i osoby, niczego nie zmienia.', en: 'Sees all companies and people, changes nothing.' },
  },
} as const
