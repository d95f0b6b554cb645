/** Words of invitations: on screens, in mails, on the page that answers. */
import type { ChoiceValue } from '../../../contract/definition.ts'

export const attendee = {
  label: { pl: 'Zaproszenie', en: 'Invitation' },
  plural: { pl: 'Zaproszenia', en: 'Invitations' },
  fields: {
    name: { pl: 'Imię i nazwisko', en: 'Name' },
    activity: { pl: 'Spotkanie', en: 'Meeting' },
    user: { pl: 'Współpracownik', en: 'Colleague' },
    person: { pl: 'Osoba', en: 'Person' },
    mail: { pl: 'E-mail', en: 'E-mail' },
    answer: { pl: 'Odpowiedź', en: 'Answer' },
    comment: { pl: 'Komentarz', en: 'Comment' },
    answeredAt: { pl: 'Odpowiedziano', en: 'Answered' },
  },
} as const

export const answers: readonly ChoiceValue[] = [
  { value: 'none', label: { pl: 'Brak odpowiedzi', en: 'No answer' }, color: 'grey' },
  { value: 'yes', label: { pl: 'Weźmie udział', en: 'Will come' }, color: 'green' },
  { value: 'maybe', label: { pl: 'Może', en: 'Maybe' }, color: 'amber' },
  { value: 'no', label: { pl: 'Nie weźmie udziału', en: 'Will not come' }, color: 'red' },
]

export const sections = { basics: { pl: 'Podstawowe', en: 'Basics' } } as const
export const reverse = { attendees: { pl: 'Zaproszeni', en: 'Invited' }, invited: { pl: 'Zaproszenia', en: 'Invitations' } } as const

export const refusals = {
  nobody: { pl: 'Trzeba podać współpracownika, osobę albo adres e-mail.', en: 'Name a colleague, a person or a mail address.' },
  tooMany: { pl: 'Na jedno spotkanie można zaprosić najwyżej {limit} osób; tu byłoby ich {count}. Dla większej grupy lepsza jest wysyłka.', en: 'At most {limit} people can be invited to one meeting; here it would be {count}. A mailing is better for a larger group.' },
  notFound: { pl: 'Nie ma takiego spotkania.', en: 'There is no such meeting.' },
  mayNotInvite: { pl: 'Zaprasza osoba, która może zmieniać to spotkanie.', en: 'Invitations are sent by those who may change the meeting.' },
  noTime: { pl: 'Najpierw trzeba podać, kiedy spotkanie się odbędzie.', en: 'First say when the meeting takes place.' },
  cancelled: { pl: 'To spotkanie jest odwołane.', en: 'This meeting is cancelled.' },
  over: { pl: 'To spotkanie już się odbyło.', en: 'This meeting is over.' },
  noMail: { pl: 'Osoba {name} nie ma adresu e-mail.', en: '{name} has no mail address.' },
  noPerson: { pl: 'Nie ma takiej osoby.', en: 'There is no such person.' },
  notInvited: { pl: 'Nie ma Cię wśród zaproszonych.', en: 'You are not among those invited.' },
} as const

export const notices = {
  kinds: {
    invited: { pl: 'Zaproszenie na spotkanie', en: 'Invitation to a meeting' },
    changed: { pl: 'Zmiana spotkania', en: 'Meeting changed' },
    cancelled: { pl: 'Odwołanie spotkania', en: 'Meeting cancelled' },
    answered: { pl: 'Odpowiedź na zaproszenie', en: 'Answer to an invitation' },
  },
  invited: { pl: 'Zaproszenie: {title}', en: 'Invitation: {title}' },
  changed: { pl: 'Zmiana: {title}', en: 'Changed: {title}' },
  cancelled: { pl: 'Odwołane: {title}', en: 'Cancelled: {title}' },
  yes: { pl: '{name} weźmie udział: {title}', en: '{name} will come: {title}' },
  maybe: { pl: '{name} może weźmie udział: {title}', en: '{name} may come: {title}' },
  no: { pl: '{name} nie weźmie udziału: {title}', en: '{name} will not come: {title}' },
  none: { pl: '{name} nie daje jeszcze odpowiedzi: {title}', en: '{name} gives no answer yet: {title}' },
  ofOccurrence: { pl: 'Dotyczy wystąpienia: {when}', en: 'About the occurrence: {when}' },
  whyAttendee: { pl: 'Bierzesz udział w tym spotkaniu', en: 'You take part in this meeting' },
  whyOrganizer: { pl: 'Organizujesz to spotkanie', en: 'You organise this meeting' },
} as const

export const letters = {
  subject: {
    request: { pl: 'Zaproszenie: {title}', en: 'Invitation: {title}' },
    update: { pl: 'Zmiana spotkania: {title}', en: 'Meeting changed: {title}' },
    cancel: { pl: 'Spotkanie odwołane: {title}', en: 'Meeting cancelled: {title}' },
  },
  intro: {
    request: { pl: '{organizer} zaprasza na spotkanie.', en: '{organizer} invites you to a meeting.' },
    update: { pl: 'Spotkanie, które organizuje {organizer}, zmieniło się. Prosimy o ponowną odpowiedź.', en: 'A meeting organised by {organizer} has changed. Please answer again.' },
    cancel: { pl: 'Spotkanie, które organizuje {organizer}, nie odbędzie się.', en: 'A meeting organised by {organizer} will not take place.' },
  },
  when: { pl: 'Kiedy', en: 'When' },
  where: { pl: 'Gdzie', en: 'Where' },
  online: { pl: 'Online', en: 'Online' },
  repeats: { pl: 'Powtarza się', en: 'Repeats' },
  organizer: { pl: 'Organizator', en: 'Organiser' },
  yes: { pl: 'Wezmę udział', en: 'I will come' },
  maybe: { pl: 'Może', en: 'Maybe' },
  no: { pl: 'Nie wezmę udziału', en: 'I will not come' },
  footer: { pl: 'Tę wiadomość wysłał Sedno w imieniu: {organizer}. Odpowiedź na nią trafi do tej osoby.', en: 'Sedno sent this message on behalf of {organizer}. A reply to it reaches that person.' },
} as const
