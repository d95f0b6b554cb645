import type { Text } from '../../../contract/text.ts'

export const texts = {
  checklist: { pl: 'Ustalenia z klientem', en: 'Agreements with the customer' },
  progress: { pl: 'Uzgodniono {done} z {required, plural, one {# wymaganego} other {# wymaganych}}', en: '{done} of {required} required settled' },
  ready: { pl: 'Wszystko, co wymagane, jest uzgodnione. Zamówienie można przyjąć.', en: 'All that is required is settled. The order can be accepted.' },
  accepted: { pl: 'Zamówienie jest przyjęte: wymagane ustalenia już się nie zmienią.', en: 'The order is accepted: the required agreements stand.' },
  nothing: { pl: 'Nic nie trzeba uzgadniać', en: 'Nothing is to be agreed' },
  nothingWhy: { pl: 'Listy ustaleń pojawią się tu same, gdy będą pasować do rodzaju zamówienia albo do grupy jego produktów. Możesz też dodać ustalenie samodzielnie.', en: 'Checklists appear here by themselves when they fit the type of the order or the group of its products. You can also add an agreement by hand.' },
  add: { pl: 'Dodaj ustalenie', en: 'Add an agreement' },
  remove: { pl: 'Usuń ustalenie: {title}', en: 'Delete the agreement: {title}' },
  removed: { pl: 'Usunięto ustalenie „{title}”', en: 'The agreement “{title}” was deleted' },
  required: { pl: 'wymagane', en: 'required' },
  settle: { pl: 'Uzgodnione: {title}', en: 'Settled: {title}' },
  answer: { pl: 'Odpowiedź: {title}', en: 'Answer: {title}' },
  settledBy: { pl: 'Kto uzgodnił: {who}, {when}', en: 'Settled by {who}, {when}' },
  settledAt: { pl: 'Uzgodniono {when}', en: 'Settled {when}' },
  roles: { pl: 'może zamknąć: {roles}', en: 'may be settled by: {roles}' },
  reopen: { pl: 'Otwórz ponownie', en: 'Open again' },
  choose: { pl: 'Wybierz', en: 'Choose' },
  blocked: { pl: 'Przed przyjęciem trzeba uzgodnić: {names}', en: 'To be settled before acceptance: {names}' },
  more: { pl: '{names} i jeszcze {count, plural, one {# ustalenie} few {# ustalenia} other {# ustaleń}}', en: '{names} and {count} more' },
  lead: { pl: 'Przejdź do ustaleń', en: 'Go to the agreements' },
} as const satisfies Record<string, Text>
