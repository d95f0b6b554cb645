/** Every word of this room that a person reads. */
import type { Text } from '../../contract/text.ts'

export const refusals = {
  needsSettings: { pl: 'Ustawienia poczty są dla osób z funkcją „Ustawienia systemu”.', en: 'The mail settings are for people with the function “System settings”.' },
  noRecipient: { pl: 'Wiadomość nie ma adresata.', en: 'The mail has no recipient.' },
  badAddress: { pl: '„{address}” nie jest adresem e-mail.', en: '“{address}” is not an e-mail address.' },
  tooLarge: { pl: 'Załączniki są większe niż 18 MB.', en: 'The attachments are larger than 18 MB.' },
  fromSettings: { pl: 'Serwer podano w ustawieniu SEDNO_SMTP_URL; tu można zmienić tylko nadawcę.', en: 'The server is given in the setting SEDNO_SMTP_URL; only the sender can be changed here.' },
  noOwnMail: { pl: 'Nie masz adresu e-mail, na który można wysłać próbę.', en: 'You have no e-mail address to send the test to.' },
  noServer: { pl: 'Serwer poczty nie jest jeszcze ustawiony.', en: 'The mail server is not set yet.' },
  badHost: { pl: 'To nie jest nazwa ani adres serwera.', en: 'This is not a server’s name or address.' },
  passwordAgain: { pl: 'Inny serwer: proszę podać hasło jeszcze raz.', en: 'Another server: please give the password once more.' },
  noUser: { pl: 'Podano hasło, ale bez nazwy użytkownika.', en: 'There is a password but no user name.' },
} as const satisfies Record<string, Text>

/** Why a mail did not go, each with the server's own words beside it. */
export const failures = {
  notSet: { pl: 'Serwer poczty nie jest ustawiony.', en: 'The mail server is not set.' },
  notLetIn: { pl: 'Serwer nie przyjął nazwy użytkownika albo hasła.', en: 'The server did not accept the user name or password.' },
  noSuchServer: { pl: 'Nie ma serwera o tej nazwie albo nie działa DNS.', en: 'There is no server of this name, or DNS does not work.' },
  noSafeConnection: { pl: 'Nie udało się nawiązać szyfrowanego połączenia.', en: 'An encrypted connection could not be made.' },
  notListening: { pl: 'Serwer nie przyjmuje połączeń pod tym adresem i portem.', en: 'The server takes no connections at this address and port.' },
  noAnswer: { pl: 'Serwer nie odpowiada.', en: 'The server does not answer.' },
  serverBusy: { pl: 'Serwer chwilowo nie przyjmuje poczty.', en: 'The server takes no mail at the moment.' },
  senderRefused: { pl: 'Serwer nie przyjął adresu nadawcy.', en: 'The server did not accept the sender’s address.' },
  cut: { pl: 'Serwer przerwał połączenie.', en: 'The server cut the connection.' },
  notNow: { pl: 'Serwer prosi, by spróbować później.', en: 'The server asks to try later.' },
  refused: { pl: 'Serwer odrzucił wiadomość.', en: 'The server refused the mail.' },
  someRefused: { pl: 'Serwer nie przyjął adresów: {addresses}.', en: 'The server did not accept the addresses: {addresses}.' },
} as const satisfies Record<string, Text>

export const test = {
  title: { pl: 'Poczta wychodząca działa', en: 'Outgoing mail works' },
  sent: { pl: 'Tę wiadomość wysłano z ustawień Sedna na życzenie: {name}.', en: 'This mail was sent from the settings of Sedno, as asked by {name}.' },
  server: { pl: 'Serwer', en: 'Server' },
  from: { pl: 'Nadawca', en: 'Sender' },
  footer: { pl: 'To wiadomość próbna. Nie trzeba na nią odpowiadać.', en: 'This is a test. There is no need to answer.' },
} as const satisfies Record<string, Text>
