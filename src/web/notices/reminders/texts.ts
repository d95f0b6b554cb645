import type { Text } from '../../../contract/text.ts'

export const texts = {
  none: { pl: 'Brak przypomnień. Ustawione tutaj widzisz tylko Ty.', en: 'No reminders. Those set here are seen by you alone.' },
  remind: { pl: 'Przypomnij', en: 'Remind me' },
  ownTime: { pl: 'O wybranej porze…', en: 'At a time of my own…' },
  at: { pl: 'Kiedy', en: 'When' },
  add: { pl: 'Dodaj', en: 'Add' },
  cancel: { pl: 'Anuluj', en: 'Cancel' },
  next: { pl: 'Przyjdzie: {when}', en: 'Comes: {when}' },
  over: { pl: 'Już było', en: 'Has been' },
  idle: { pl: 'Nie przyjdzie: działanie nie ma przyszłego terminu', en: 'Will not come: the activity has no time ahead' },
  remove: { pl: 'Usuń przypomnienie: {name}', en: 'Remove the reminder: {name}' },
} as const satisfies Record<string, Text>
