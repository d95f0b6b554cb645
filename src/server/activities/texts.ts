/** Every word of this room that a person reads. */
import type { ChoiceValue } from '../../contract/definition.ts'

export const activity = {
  label: { pl: 'Działanie', en: 'Activity' },
  plural: { pl: 'Działania', en: 'Activities' },
  fields: {
    title: { pl: 'Temat', en: 'Subject' },
    type: { pl: 'Rodzaj', en: 'Type' },
    state: { pl: 'Stan', en: 'State' },
    priority: { pl: 'Priorytet', en: 'Priority' },
    description: { pl: 'Opis', en: 'Description' },
    start: { pl: 'Początek', en: 'Start' },
    end: { pl: 'Koniec', en: 'End' },
    allDay: { pl: 'Cały dzień', en: 'All day' },
    due: { pl: 'Termin', en: 'Due' },
    timeZone: { label: { pl: 'Strefa czasowa', en: 'Time zone' }, help: { pl: 'Strefa, w której powtarza się wydarzenie, np. Europe/Warsaw', en: 'The zone the event recurs in, e.g. Europe/Warsaw' } },
    moment: { pl: 'Kiedy', en: 'When' },
    doneAt: { pl: 'Zakończono', en: 'Finished' },
    effort: { pl: 'Planowany czas (min)', en: 'Planned effort (min)' },
    spent: { pl: 'Poświęcony czas (min)', en: 'Time spent (min)' },
    place: { pl: 'Miejsce', en: 'Place' },
    meetingUrl: { pl: 'Adres spotkania online', en: 'Online meeting' },
    showAs: { pl: 'Pokazuj jako', en: 'Show as' },
    company: { pl: 'Firma', en: 'Company' },
    people: { pl: 'Osoby', en: 'People' },
    opportunity: { pl: 'Szansa', en: 'Opportunity' },
    stageActivity: { pl: 'Działanie etapu', en: 'Stage activity' },
    quote: { pl: 'Oferta', en: 'Quote' },
    salesOrder: { pl: 'Zamówienie', en: 'Order' },
    contract: { pl: 'Umowa', en: 'Contract' },
    participants: { label: { pl: 'Uczestnicy', en: 'Participants' }, help: { pl: 'Współpracownicy, którzy biorą udział', en: 'Colleagues who take part' } },
    watchers: { label: { pl: 'Obserwujący', en: 'Watchers' }, help: { pl: 'Współpracownicy, którzy widzą postępy i dostają powiadomienia', en: 'Colleagues who follow it and are told of progress' } },
    delegatedBy: { pl: 'Zleca', en: 'Delegated by' },
    delegation: { pl: 'Przyjęcie zlecenia', en: 'Acceptance' },
    delegationNote: { pl: 'Powód odmowy', en: 'Reason for refusal' },
    waitsFor: { label: { pl: 'Czeka na', en: 'Waits for' }, help: { pl: 'Działania, które trzeba wykonać wcześniej', en: 'Activities that must be done first' } },
    previous: { pl: 'Wynika z', en: 'Follows from' },
    outcome: { pl: 'Wynik', en: 'Outcome' },
    outcomeNote: { pl: 'Ustalenia', en: 'What was agreed' },
    private: { label: { pl: 'Prywatne', en: 'Private' }, help: { pl: 'Inni widzą tylko, że ten czas jest zajęty', en: 'Others see only that the time is taken' } },
    restrictedTo: { label: { pl: 'Tylko dla', en: 'Restricted to' }, help: { pl: 'Gdy wypełnione, poza uczestnikami widzą to tylko te osoby', en: 'When filled, only these people see it besides those who take part' } },
    recurrence: { label: { pl: 'Powtarzanie', en: 'Recurrence' }, help: { pl: 'Reguła RRULE, np. FREQ=WEEKLY;BYDAY=MO', en: 'An RRULE, e.g. FREQ=WEEKLY;BYDAY=MO' } },
    repeatAfterDone: { label: { pl: 'Następne po wykonaniu', en: 'Next one after completion' }, help: { pl: 'Odstęp liczy się od wykonania, a nie od terminu', en: 'The interval counts from completion and not from the due date' } },
    recursUntil: { pl: 'Powtarza się do', en: 'Recurs until' },
    nextOn: { label: { pl: 'Następne od', en: 'Next one from' }, help: { pl: 'Dzień, w którym samo powstanie następne zadanie serii', en: 'The day on which the next task of the series is made by itself' } },
    series: { pl: 'Seria', en: 'Series' },
    instance: { label: { pl: 'Termin w serii', en: 'Instance of the series' }, help: { pl: 'Pierwotny początek wystąpienia, które ten wpis zastępuje', en: 'Original start of the occurrence that this entry stands for' } },
    uid: { pl: 'Identyfikator iCalendar', en: 'iCalendar identifier' },
    sequence: { pl: 'Numer zmiany', en: 'Sequence' },
    files: { pl: 'Pliki', en: 'Files' },
    overdue: { pl: 'Po terminie', en: 'Overdue' },
    checklistDone: { pl: 'Odhaczone punkty', en: 'Checklist items done' },
    checklistAll: { pl: 'Punkty listy', en: 'Checklist items' },
  },
} as const

/** Of an activity one does not say that it has a keeper. */
export const responsible = { pl: 'Odpowiada', en: 'Responsible' } as const

export const checklistItem = {
  label: { pl: 'Punkt listy', en: 'Checklist item' },
  plural: { pl: 'Lista kontrolna', en: 'Checklist' },
  fields: {
    title: { pl: 'Treść', en: 'Text' },
    activity: { pl: 'Działanie', en: 'Activity' },
    done: { pl: 'Zrobione', en: 'Done' },
    position: { pl: 'Kolejność', en: 'Order' },
  },
} as const

export const substitution = {
  label: { pl: 'Zastępstwo', en: 'Substitution' },
  plural: { pl: 'Zastępstwa', en: 'Substitutions' },
  fields: {
    title: { pl: 'Powód', en: 'Reason' },
    substitute: { pl: 'Zastępuje', en: 'Substitute' },
    from: { pl: 'Od', en: 'From' },
    until: { pl: 'Do', en: 'Until' },
  },
} as const

export const sections = {
  basics: { pl: 'Podstawowe', en: 'Basics' },
  time: { pl: 'Czas i miejsce', en: 'Time and place' },
  people: { pl: 'Kto', en: 'Who' },
  result: { pl: 'Wynik', en: 'Outcome' },
  recurrence: { pl: 'Powtarzanie', en: 'Recurrence' },
  privacy: { pl: 'Kto widzi', en: 'Who sees it' },
} as const

export const reverse = {
  activities: { pl: 'Działania', en: 'Activities' },
  takesPart: { pl: 'Bierze udział w', en: 'Takes part in' },
  watches: { pl: 'Obserwuje', en: 'Watches' },
  delegated: { pl: 'Zlecone', en: 'Delegated' },
  blocks: { pl: 'Blokuje', en: 'Blocks' },
  followUps: { pl: 'Dalszy ciąg', en: 'Follow-ups' },
  instances: { pl: 'Zmienione wystąpienia', en: 'Changed instances' },
  checklist: { pl: 'Lista kontrolna', en: 'Checklist' },
  substitutes: { pl: 'Zastępuje innych', en: 'Substitutes for' },
} as const

export const views = {
  mine: { pl: 'Moje', en: 'Mine' },
  overdue: { pl: 'Po terminie', en: 'Overdue' },
  delegated: { pl: 'Zlecone przeze mnie', en: 'Delegated by me' },
  watched: { pl: 'Obserwowane', en: 'Watched' },
  team: { pl: 'Zespół', en: 'My team' },
  open: { pl: 'Wszystkie otwarte', en: 'All open' },
  all: { pl: 'Wszystkie', en: 'All' },
} as const

export const types: readonly ChoiceValue[] = [
  { value: 'task', label: { pl: 'Zadanie', en: 'Task' }, color: 'blue' },
  { value: 'meeting', label: { pl: 'Spotkanie', en: 'Meeting' }, color: 'violet' },
  { value: 'call', label: { pl: 'Telefon', en: 'Call' }, color: 'teal' },
  { value: 'visit', label: { pl: 'Wizyta', en: 'Visit' }, color: 'green' },
  { value: 'letter', label: { pl: 'Pismo', en: 'Letter' }, color: 'amber' },
  { value: 'event', label: { pl: 'Wydarzenie', en: 'Event' }, color: 'grey' },
]

export const states: readonly ChoiceValue[] = [
  { value: 'open', label: { pl: 'Zaplanowane', en: 'Planned' }, color: 'blue' },
  { value: 'inProgress', label: { pl: 'W toku', en: 'In progress' }, color: 'teal' },
  { value: 'waiting', label: { pl: 'Czeka', en: 'Waiting' }, color: 'amber' },
  { value: 'done', label: { pl: 'Wykonane', en: 'Done' }, color: 'green' },
  { value: 'cancelled', label: { pl: 'Odwołane', en: 'Cancelled' }, color: 'grey' },
]

export const priorities: readonly ChoiceValue[] = [
  { value: 'low', label: { pl: 'Niski', en: 'Low' }, color: 'grey' },
  { value: 'normal', label: { pl: 'Zwykły', en: 'Normal' }, color: 'blue' },
  { value: 'high', label: { pl: 'Wysoki', en: 'High' }, color: 'amber' },
  { value: 'urgent', label: { pl: 'Pilny', en: 'Urgent' }, color: 'red' },
]

export const delegations: readonly ChoiceValue[] = [
  { value: 'asked', label: { pl: 'Czeka na przyjęcie', en: 'Waits for acceptance' }, color: 'amber' },
  { value: 'accepted', label: { pl: 'Przyjęte', en: 'Accepted' }, color: 'green' },
  { value: 'refused', label: { pl: 'Odmowa', en: 'Refused' }, color: 'red' },
]

export const showings: readonly ChoiceValue[] = [
  { value: 'busy', label: { pl: 'Zajęty czas', en: 'Busy' } },
  { value: 'tentative', label: { pl: 'Wstępnie zajęty', en: 'Tentative' } },
  { value: 'away', label: { pl: 'Poza biurem', en: 'Out of office' } },
  { value: 'free', label: { pl: 'Wolny czas', en: 'Free' } },
]

export const outcomes: readonly ChoiceValue[] = [
  { value: 'agreed', label: { pl: 'Uzgodniono', en: 'Agreed' }, color: 'green' },
  { value: 'interested', label: { pl: 'Zainteresowanie', en: 'Interested' }, color: 'teal' },
  { value: 'later', label: { pl: 'Wrócić później', en: 'Come back later' }, color: 'amber' },
  { value: 'notReached', label: { pl: 'Nie zastano', en: 'Not reached' }, color: 'grey' },
  { value: 'refused', label: { pl: 'Odmowa', en: 'Refused' }, color: 'red' },
]

export const moves = {
  begin: { pl: 'Rozpocznij', en: 'Start' },
  wait: { pl: 'Wstrzymaj', en: 'Put on hold' },
  finish: { pl: 'Wykonane', en: 'Done' },
  cancel: { pl: 'Odwołaj', en: 'Cancel' },
  reopen: { pl: 'Otwórz ponownie', en: 'Reopen' },
} as const

export const actions = {
  finish: { pl: 'Zakończ', en: 'Finish' },
  followUpTitle: { pl: 'Następny krok', en: 'Next step' },
  followUpType: { pl: 'Rodzaj następnego kroku', en: 'Type of the next step' },
  followUpDue: { pl: 'Termin następnego kroku', en: 'Due date of the next step' },
  followUpStart: { pl: 'Początek następnego kroku', en: 'Start of the next step' },
  followUpOwner: { pl: 'Kto wykona następny krok', en: 'Who does the next step' },
  accept: { pl: 'Przyjmij', en: 'Accept' },
  refuse: { pl: 'Odmów', en: 'Refuse' },
  takeBack: { pl: 'Odbierz zlecenie', en: 'Take back' },
  copy: { pl: 'Kopiuj', en: 'Copy' },
} as const

export const refusals = {
  alreadyClosed: { pl: 'To działanie jest już zakończone.', en: 'This activity is closed already.' },
  notAsked: { pl: 'Nikt nie czeka tu na Twoją odpowiedź.', en: 'Nobody waits for your answer here.' },
  notDelegated: { pl: 'To działanie nie jest zlecone przez Ciebie.', en: 'You did not delegate this activity.' },
  followUpNeedsTitle: { pl: 'Napisz, co jest następnym krokiem.', en: 'Say what the next step is.' },

  endBeforeStart: { pl: 'Koniec nie może być przed początkiem.', en: 'The end cannot be before the start.' },
  tooFar: { pl: 'To zbyt odległy rok: kalendarz sięga od {from} do {until}.', en: 'This year is too far away: the calendar reaches from {from} to {until}.' },
  unknownZone: { pl: 'Nie ma strefy czasowej „{zone}”.', en: 'There is no time zone “{zone}”.' },
  periodReversed: { pl: 'Ostatni dzień nie może być przed pierwszym.', en: 'The last day cannot be before the first.' },
  ownSubstitute: { pl: 'Nikt nie zastępuje sam siebie.', en: 'Nobody substitutes for himself.' },
} as const
