/** Every word of this room that a person reads. */
import type { Text } from '../../contract/text.ts'

export const texts = {
  kind: { pl: 'Przypomnienie', en: 'Reminder' },
  title: { pl: 'Przypomnienie: {title}', en: 'Reminder: {title}' },
  starts: { pl: 'Początek: {when}', en: 'Starts: {when}' },
  due: { pl: 'Termin: {when}', en: 'Due: {when}' },
  why: { pl: 'Dostajesz to, bo tak ustawiono Twoje przypomnienie.', en: 'You get this because your reminder is set so.' },
} as const satisfies Record<string, Text>

export const refusals = {
  noActivity: { pl: 'Nie ma takiego działania albo go nie widzisz.', en: 'There is no such activity, or you do not see it.' },
  past: { pl: 'Ta chwila już minęła.', en: 'This moment is over.' },
  noTime: { pl: 'Działanie nie ma początku ani terminu; podaj chwilę przypomnienia.', en: 'The activity has neither a start nor a due time; say when to remind you.' },
  closed: { pl: 'Działanie jest zakończone.', en: 'The activity is closed.' },
  tooMany: { pl: 'Jedno działanie może mieć najwyżej {count} Twoich przypomnień.', en: 'One activity can have at most {count} reminders of yours.' },
  gone: { pl: 'Nie ma takiego przypomnienia.', en: 'There is no such reminder.' },
} as const satisfies Record<string, Text>
