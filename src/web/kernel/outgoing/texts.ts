import type { Text } from '../../../contract/text.ts'

/** Of what leaves the house: mail, text messages. */
export const texts = {
  queue: { pl: 'Kolejka', en: 'Queue' },
  queueAbout: { pl: 'Co czeka na wysłanie i czego nie udało się wysłać. Odświeża się samo.', en: 'What waits to be sent, and what could not be. It refreshes by itself.' },
  calm: { pl: 'Wszystko wysłane, nic nie czeka.', en: 'All is sent, nothing waits.' },
  waiting: { pl: 'Czeka', en: 'Waiting' },
  sending: { pl: 'W wysyłce', en: 'Being sent' },
  failed: { pl: 'Niewysłane', en: 'Failed' },
  sentToday: { pl: 'Wysłane (24 h)', en: 'Sent (24 h)' },
  oldest: { pl: 'najstarsze: {at}', en: 'the oldest: {at}' },
  down: { pl: 'Wysyłka stoi: {why}', en: 'Nothing is being sent: {why}' },
  downSince: { pl: 'Od: {since}. Następna próba: {next}. Nic nie ginie; wszystko wyjdzie, gdy druga strona odpowie.', en: 'Since {since}. Next attempt: {next}. Nothing is lost; all goes once the other side answers.' },
  retryAll: { pl: 'Ponów wszystkie', en: 'Try all again' },
  retryNow: { pl: 'Spróbuj teraz', en: 'Try now' },
  retry: { pl: 'Ponów', en: 'Try again' },
  retryOne: { pl: 'Ponów: {title}', en: 'Try again: {title}' },
  retried: { pl: '{count, plural, =0 {Nie było czego ponawiać} one {# zostanie ponowiona za chwilę} few {# zostaną ponowione za chwilę} many {# zostanie ponowionych za chwilę} other {# zostanie ponowione za chwilę}}', en: '{count, plural, =0 {There was nothing to try again} one {# will be tried again in a moment} other {# will be tried again in a moment}}' },
  troubled: { pl: 'Nie poszły za pierwszym razem', en: 'Did not go at the first attempt' },
  attempts: { pl: '{count, plural, one {# próba} few {# próby} many {# prób} other {# próby}}', en: '{count, plural, one {# attempt} other {# attempts}}' },
  nextAt: { pl: 'następna: {at}', en: 'next: {at}' },
  soon: { pl: 'następna za chwilę', en: 'next in a moment' },
  givenUp: { pl: 'nie będzie ponawiana', en: 'given up' },
  answer: { pl: 'Odpowiedź drugiej strony', en: 'What the other side answered' },
  noTitle: { pl: 'Wiadomość', en: 'Message' },
} satisfies Record<string, Text>
