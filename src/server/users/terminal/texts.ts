/** What the commands say on the terminal. */
export const texts = {
  user: { pl: 'konta: user add MAIL IMIĘ I NAZWISKO [--admin] · user list · user password MAIL · user unlock MAIL', en: 'accounts: user add MAIL NAME [--admin] · user list · user password MAIL · user unlock MAIL' },
  added: { pl: 'Konto {mail} założone. Hasło na pierwsze logowanie: {password}', en: 'Account {mail} made. Password for the first sign-in: {password}' },
  changed: { pl: 'Hasło konta {mail} na jedno logowanie: {password}', en: 'Password of {mail} for one sign-in: {password}' },
  unlocked: { pl: 'Konto {mail} może się znów logować.', en: 'Account {mail} may sign in again.' },
  missing: { pl: 'Nie ma konta {mail}.', en: 'There is no account {mail}.' },
  usage: { pl: 'Nie rozumiem polecenia. Jest:', en: 'I do not understand the command. There is:' },
  notSetUp: {
    pl: 'Ta instalacja nie jest jeszcze skonfigurowana. Pierwsze konto zakłada strona pierwszego uruchomienia albo SEDNO_ADMIN_EMAIL i SEDNO_ADMIN_PASSWORD.',
    en: 'This installation is not set up yet. The first account is made by the first-run page, or by SEDNO_ADMIN_EMAIL and SEDNO_ADMIN_PASSWORD.',
  },
  active: { pl: 'aktywne', en: 'active' },
  inactive: { pl: 'nieaktywne', en: 'inactive' },
  codes: { pl: 'z kodami', en: 'with codes' },
} as const
