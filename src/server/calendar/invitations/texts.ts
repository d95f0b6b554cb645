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
    invitedAt: { pl: 'Zaproszono', en: 'Invited' },
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
} as const
