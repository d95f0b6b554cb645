/** What people are told of work: who did what, when it is due. {who}, {title} and {when} are facts. */
export const kinds = {
  assigned: { pl: 'Praca do wykonania', en: 'Work given to me' },
  answered: { pl: 'Odpowiedź na zlecenie', en: 'Answer to a delegation' },
  done: { pl: 'Wykonanie tego, co zlecam lub obserwuję', en: 'Done, of what I delegated or watch' },
  progress: { pl: 'Postęp tego, co zlecam lub obserwuję', en: 'Progress of what I delegated or watch' },
  changed: { pl: 'Zmiana terminu lub priorytetu', en: 'Change of time or priority' },
  free: { pl: 'Można zaczynać: czekanie skończone', en: 'The way is free: nothing to wait for' },
  overdue: { pl: 'Przekroczony termin', en: 'Overdue' },
  escalated: { pl: 'Eskalacja zaległej pracy', en: 'Escalated overdue work' },
  handedOver: { pl: 'Przejęta praca innej osoby', en: 'Work taken over from somebody' },
  mentioned: { pl: 'Wzmianka w notatce', en: 'Mentioned in a note' },
} as const

const program = { pl: 'Sedno', en: 'Sedno' } as const

export const sentences = {
  program,
  assigned: { pl: '{who} → Ty: {title}', en: '{who} → you: {title}' },
  assignedAsked: { pl: '{who} zleca Ci: {title}', en: '{who} asks you to do: {title}' },
  accepted: { pl: '{who} przyjmuje: {title}', en: '{who} accepts: {title}' },
  refused: { pl: '{who} odmawia: {title}', en: '{who} refuses: {title}' },
  done: { pl: 'Wykonane: {title}', en: 'Done: {title}' },
  cancelled: { pl: 'Odwołane: {title}', en: 'Cancelled: {title}' },
  progress: { pl: '{title}: {state}', en: '{title}: {state}' },
  changed: { pl: 'Zmiana: {title}', en: 'Changed: {title}' },
  free: { pl: 'Można zaczynać: {title}', en: 'The way is free: {title}' },
  overdue: { pl: 'Po terminie: {title}', en: 'Overdue: {title}' },
  escalated: { pl: 'Zaległe od {when}: {title} ({owner})', en: 'Overdue since {when}: {title} ({owner})' },
  escalatedOwner: { pl: 'Nadal czeka, termin minął {when}: {title}', en: 'Still waiting, it was due {when}: {title}' },
  handedOver: {
    pl: '{who} przekazuje Ci pracę: {count, plural, one {# działanie} few {# działania} many {# działań} other {# działania}} ({from})',
    en: '{who} hands work over to you: {count, plural, one {# activity} other {# activities}} ({from})',
  },
  mentioned: { pl: '{who} wspomina o Tobie w notatce: {title}', en: '{who} mentions you in a note: {title}' },
  due: { pl: 'Termin: {when}', en: 'Due: {when}' },
  starts: { pl: 'Początek: {when}', en: 'Starts: {when}' },
  reason: { pl: 'Powód: {reason}', en: 'Reason: {reason}' },
  outcome: { pl: 'Wynik: {outcome}', en: 'Outcome: {outcome}' },
  by: { pl: 'Zmienia: {who}', en: 'By: {who}' },
} as const

/** Why this person is told. */
export const reasons = {
  owner: { pl: 'Dostajesz to, bo ta praca należy do Ciebie.', en: 'You get this because this work is yours.' },
  delegator: { pl: 'Dostajesz to, bo ta praca jest zlecona przez Ciebie.', en: 'You get this because you delegated this work.' },
  watcher: { pl: 'Dostajesz to, bo obserwujesz tę pracę.', en: 'You get this because you watch this work.' },
  superior: { pl: 'Dostajesz to, bo przełożeni dowiadują się o zaległościach według reguły „{rule}”.', en: 'You get this because superiors are told of what is overdue by the rule “{rule}”.' },
  ownerByRule: { pl: 'Dostajesz to, bo ta praca należy do Ciebie (reguła „{rule}”).', en: 'You get this because this work is yours (rule “{rule}”).' },
  mentioned: { pl: 'Dostajesz to, bo ktoś wymienia Cię w notatce.', en: 'You get this because somebody mentions you in a note.' },
} as const
