/** Every word of this room that a person reads. */
import type { Text } from '../../contract/text.ts'

export const texts = {
  hidden: { pl: 'Powiadomienie o czymś, czego już nie widzisz', en: 'A notice of something you no longer see' },
  otherKind: { pl: 'Inne', en: 'Other' },
  gatewayKind: { pl: 'Przerwa w wysyłaniu', en: 'Sending is held up' },
  gatewayDown: {
    pl: '{way, select, mail {E-maile nie wychodzą} sms {SMS-y nie wychodzą} other {Powiadomienia push nie wychodzą}}: {why}',
    en: '{way, select, mail {E-mail is not going out} sms {Text messages are not going out} other {Push notices are not going out}}: {why}',
  },
  gatewayBody: { pl: 'Nic nie przepada: wiadomości czekają i zostaną wysłane, gdy połączenie wróci.', en: 'Nothing is lost: messages wait and will be sent once the connection is back.' },
  gatewayWhy: { pl: 'Dostajesz to, bo odpowiadasz za ustawienia systemu.', en: 'You get this because you look after the system settings.' },
} as const satisfies Record<string, Text>

export const refusals = {
  gone: { pl: 'Nie ma takiego powiadomienia.', en: 'There is no such notice.' },
} as const satisfies Record<string, Text>
