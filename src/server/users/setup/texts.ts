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

export const commandTexts = {
  add: { pl: 'user add MAIL IMIĘ I NAZWISKO [--admin]: zakłada konto i pokazuje jednorazowe hasło', en: 'user add MAIL NAME [--admin]: makes an account and shows a one-time password' },
  list: { pl: 'user list: wypisuje konta', en: 'user list: lists the accounts' },
  password: { pl: 'user password MAIL: ustawia jednorazowe hasło i je pokazuje', en: 'user password MAIL: sets a one-time password and shows it' },
  unlock: { pl: 'user unlock MAIL: zdejmuje blokadę logowania', en: 'user unlock MAIL: lifts the lock on signing in' },
  added: { pl: 'Konto {mail} założone. Hasło na pierwsze logowanie: {password}', en: 'Account {mail} made. Password for the first sign-in: {password}' },
  changed: { pl: 'Hasło konta {mail} na jedno logowanie: {password}', en: 'Password of {mail} for one sign-in: {password}' },
  unlocked: { pl: 'Konto {mail} może się znów logować.', en: 'Account {mail} may sign in again.' },
  missing: { pl: 'Nie ma konta {mail}.', en: 'There is no account {mail}.' },
  usage: { pl: 'Nieznane polecenie. Dostępne:', en: 'Unknown command. There are:' },
  notSetUp: { pl: 'Ta instalacja nie jest jeszcze skonfigurowana. Pierwsze konto: SEDNO_ADMIN_EMAIL i SEDNO_ADMIN_PASSWORD albo strona pierwszego uruchomienia.', en: 'This installation is not set up yet. For the first account use SEDNO_ADMIN_EMAIL and SEDNO_ADMIN_PASSWORD, or the first-run page.' },
  active: { pl: 'aktywne', en: 'active' },
  inactive: { pl: 'nieaktywne', en: 'inactive' },
} as const
