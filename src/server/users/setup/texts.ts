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
    description: { pl: 'Widzi wszystkich klientów, szanse, oferty, zamówienia i umowy z marżami, zmienia swoje i swoich podwładnych, prowadzi produkty i cenniki, importuje i eksportuje.', en: 'Sees all customers, opportunities, quotes, orders and contracts with their margins, changes his own and his subordinates’, keeps products and price lists, imports and exports.' },
  },
  salesperson: {
    name: { pl: 'Handlowiec', en: 'Salesperson' },
    description: { pl: 'Widzi klientów, szanse, oferty, zamówienia i umowy swojego zespołu, zmienia własne; kosztów i marż nie widzi.', en: 'Sees the customers, opportunities, quotes, orders and contracts of the team, changes his own; sees no costs and margins.' },
  },
  assistant: {
    name: { pl: 'Asystent', en: 'Assistant' },
    description: { pl: 'Widzi i uzupełnia dane zespołu; niczego nie usuwa i nie eksportuje, obrotów nie zmienia, kosztów i marż nie widzi.', en: 'Sees and completes the data of the team; deletes and exports nothing, changes no turnover, sees no costs and margins.' },
  },
  viewer: {
    name: { pl: 'Tylko odczyt', en: 'Viewer' },
    description: { pl: 'Widzi wszystkich klientów i ich sprawy bez kosztów i marż, niczego nie zmienia.', en: 'Sees all customers and what is sold to them, without costs and margins; changes nothing.' },
  },
} as const
