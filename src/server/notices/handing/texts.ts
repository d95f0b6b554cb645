import type { Text } from '../../../contract/text.ts'

/** Why something did not go out, for the person it was for. */
export const reasons = {
  noMail: { pl: 'Brak adresu e-mail.', en: 'There is no e-mail address.' },
  noPhone: { pl: 'Brak numeru telefonu w danych użytkownika.', en: 'There is no telephone number in the user’s details.' },
  noDevice: { pl: 'Żadne urządzenie nie przyjmuje powiadomień push.', en: 'No device takes push notices.' },
  hidden: { pl: 'W międzyczasie zabrakło prawa do zapisu, którego to dotyczy.', en: 'The right to see the record was gone in the meantime.' },
  read: { pl: 'Przeczytano w międzyczasie w aplikacji.', en: 'Read in the application in the meantime.' },
} as const satisfies Record<string, Text>

export const letters = {
  open: { pl: 'Otwórz w Sedno', en: 'Open in Sedno' },
  openAll: { pl: 'Wszystkie powiadomienia', en: 'All notices' },
  settings: { pl: 'Jak i o czym Sedno powiadamia, ustawisz tutaj: {url}', en: 'Set how and of what Sedno tells you here: {url}' },
  /** Administrators see what a mail or a text message is about when it does not go. */
  discreet: { pl: 'Powiadomienie o prywatnym wpisie', en: 'A notice of a private entry' },
  digest: { pl: '{count, plural, one {# powiadomienie} few {# powiadomienia} other {# powiadomień}} z ostatniej doby', en: '{count, plural, one {# notice} other {# notices}} of the last day' },
  more: { pl: '{count, plural, one {I jeszcze # powiadomienie.} few {I jeszcze # powiadomienia.} other {I jeszcze # powiadomień.}}', en: '{count, plural, one {And # more.} other {And # more.}}' },
  digestWhy: { pl: 'Dostajesz to raz dziennie, bo tak ustawiono zestawienie powiadomień.', en: 'You get this once a day because your digest of notices is set so.' },
} as const satisfies Record<string, Text>
