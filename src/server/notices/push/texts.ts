import type { Text } from '../../../contract/text.ts'

export const failures = {
  gone: { pl: 'Urządzenie nie przyjmuje już powiadomień i zostało usunięte z listy.', en: 'The device no longer takes notices and was removed from the list.' },
  removed: { pl: 'Urządzenie usunięto z listy.', en: 'The device was removed from the list.' },
  notNow: { pl: 'Usługa push chwilowo nie przyjmuje powiadomień.', en: 'The push service does not take notices at the moment.' },
  refused: { pl: 'Usługa push odmówiła przyjęcia powiadomienia.', en: 'The push service refused the notice.' },
  away: { pl: 'Nie ma połączenia z usługą push.', en: 'There is no connection to the push service.' },
  forbiddenAddress: { pl: 'Adres usługi push prowadzi do sieci wewnętrznej.', en: 'The address of the push service leads into an internal network.' },
} as const satisfies Record<string, Text>

export const refusals = {
  needsSettings: { pl: 'Kolejkę powiadomień ogląda ten, kto ma prawo do ustawień.', en: 'The queue of notices is for those who may change settings.' },
  badEndpoint: { pl: 'Adres subskrypcji push musi zaczynać się od https:// i wskazywać usługę w internecie.', en: 'The address of a push subscription must begin with https:// and name a service on the internet.' },
  badKeys: { pl: 'Klucze subskrypcji push są nieprawidłowe.', en: 'The keys of the push subscription are wrong.' },
  tooMany: { pl: 'Powiadomienia push może dostawać najwyżej {count} urządzeń jednej osoby.', en: 'At most {count} devices of one person can take push notices.' },
  noDevice: { pl: 'Nie ma takiego urządzenia na Twojej liście.', en: 'There is no such device on your list.' },
} as const satisfies Record<string, Text>

export const test = {
  title: { pl: 'Powiadomienia działają', en: 'Notices work' },
  body: { pl: 'To jest próba wysłana z Twoich ustawień w Sedno.', en: 'This is a test sent from your settings in Sedno.' },
} as const satisfies Record<string, Text>
