/** What a person reads when signing in, and about sessions. */
export const refusals = {
  wrong: { pl: 'E-mail lub hasło jest nieprawidłowe.', en: 'The mail address or the password is wrong.' },
  codeNeeded: { pl: 'Podaj kod z aplikacji uwierzytelniającej albo jeden z kodów zapasowych.', en: 'Give the code from your authenticator, or one of your recovery codes.' },
  codesRequired: {
    pl: 'W tej firmie logowanie wymaga kodu. Dodaj konto w aplikacji uwierzytelniającej i wpisz kod, który ona pokazuje.',
    en: 'Signing in needs a code here. Add the account to your authenticator and type the code it shows.',
  },
  confirm: { pl: 'Podaj hasło, aby zakończyć sesje: od zalogowania minęło trochę czasu.', en: 'Give your password to end sessions: some time has passed since you signed in.' },
  wrongCode: { pl: 'Kod jest nieprawidłowy albo został już użyty.', en: 'The code is wrong or was used before.' },
  newPasswordNeeded: { pl: 'To hasło było tymczasowe. Ustaw własne, aby się zalogować.', en: 'This password was temporary. Set your own to sign in.' },
  notSignedIn: { pl: 'Zaloguj się, aby kontynuować.', en: 'Sign in to continue.' },
  noSession: { pl: 'Nie ma takiej sesji.', en: 'There is no such session.' },
} as const
