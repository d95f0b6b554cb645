import type { Text } from '../../../contract/text.ts'

export const texts = {
  openWork: { pl: 'Otwarta praca', en: 'Open work' },
  counted: {
    pl: '{total, plural, =0 {Nic nie czeka.} one {# działanie} few {# działania} many {# działań} other {# działania}}',
    en: '{total, plural, =0 {Nothing is waiting.} one {# activity} other {# activities}}',
  },
  tasks: { pl: 'Zadania', en: 'Tasks' },
  overdue: { pl: 'Po terminie', en: 'Overdue' },
  meetings: { pl: 'Spotkania i rozmowy', en: 'Meetings and calls' },
  recurring: { pl: 'Cykliczne', en: 'Recurring' },
  delegated: { pl: 'Zlecone innym', en: 'Delegated to others' },
  handOver: { pl: 'Przekaż pracę', en: 'Hand over work' },
  handOverOf: { pl: 'Przekaż pracę: {name}', en: 'Hand over the work of {name}' },
  leftBehind: {
    pl: 'Konto jest wyłączone, a {total, plural, one {# działanie czeka} few {# działania czekają} many {# działań czeka} other {# działania czeka}} na wykonanie.',
    en: 'The account is turned off, and {total, plural, one {# activity waits} other {# activities wait}} to be done.',
  },
  toWhom: { pl: 'Komu', en: 'To whom' },
  toPerson: { pl: 'Jednej osobie', en: 'One person' },
  toOwners: { pl: 'Opiekunom klientów', en: 'The customers’ owners' },
  taker: { pl: 'Przejmuje', en: 'Taken over by' },
  what: { pl: 'Co', en: 'What' },
  allOpen: { pl: 'Całą otwartą pracę', en: 'All open work' },
  someDays: { pl: 'Pracę z wybranych dni', en: 'Work of some days' },
  since: { pl: 'Od', en: 'From' },
  until: { pl: 'Do', en: 'Until' },
  gets: { pl: '{name} – {count}', en: '{name}: {count}' },
  staysPrivate: {
    pl: '{count, plural, one {# prywatne działanie zostaje} few {# prywatne działania zostają} many {# prywatnych działań zostaje} other {# prywatnego działania zostaje}} bez zmian.',
    en: '{count, plural, one {# private activity stays} other {# private activities stay}} where it is.',
  },
  left: {
    pl: '{count, plural, one {# działanie nie ma} few {# działania nie mają} many {# działań nie ma} other {# działania nie ma}} klienta z innym opiekunem: bez zmian.',
    en: '{count, plural, one {# activity has} other {# activities have}} no customer with another owner: nothing changes there.',
  },
  nothing: { pl: 'W tym zakresie nie ma czego przekazać.', en: 'There is nothing of the kind to hand over.' },
  cancel: { pl: 'Anuluj', en: 'Cancel' },
  give: { pl: 'Przekaż ({count})', en: 'Hand over ({count})' },
  done: {
    pl: 'Przekazano {count, plural, one {# działanie} few {# działania} many {# działań} other {# działania}}.',
    en: '{count, plural, one {# activity} other {# activities}} handed over.',
  },
} satisfies Record<string, Text>
