/** Every word of this room that a person reads. */
import type { ChoiceValue } from '../../contract/definition.ts'

const day = (pl: string, en: string) => ({ label: { pl, en }, help: { pl: 'Np. 08:00–16:00 albo 08:00–12:00, 13:00–16:00; puste: zamknięte. Gdy puste są wszystkie dni: zawsze otwarte', en: 'E.g. 08:00–16:00 or 08:00–12:00, 13:00–16:00; empty: closed. When all days are empty: always open' } })

export const resourceKind = {
  label: { pl: 'Rodzaj zasobu', en: 'Kind of resource' },
  plural: { pl: 'Rodzaje zasobów', en: 'Kinds of resources' },
  fields: {
    name: { pl: 'Nazwa', en: 'Name' },
    icon: { pl: 'Ikona', en: 'Icon' },
    color: { pl: 'Kolor', en: 'Colour' },
    description: { pl: 'Opis', en: 'Description' },
  },
} as const

export const resource = {
  label: { pl: 'Zasób', en: 'Resource' },
  plural: { pl: 'Zasoby', en: 'Resources' },
  fields: {
    name: { pl: 'Nazwa', en: 'Name' },
    kind: { pl: 'Rodzaj', en: 'Kind' },
    place: { label: { pl: 'Miejsce', en: 'Place' }, help: { pl: 'Gdzie jest: budynek, piętro, szafa', en: 'Where it is: building, floor, cupboard' } },
    seats: { pl: 'Liczba miejsc', en: 'Seats' },
    quantity: { label: { pl: 'Liczba sztuk', en: 'Quantity' }, help: { pl: 'Ile jest takich samych, np. 12 laptopów', en: 'How many alike there are, e.g. 12 laptops' } },
    active: { label: { pl: 'Do rezerwacji', en: 'Can be booked' }, help: { pl: 'Wyłączonego nikt nie zarezerwuje; dotychczasowe rezerwacje zostają', en: 'When off nobody books it; existing bookings stay' } },
    color: { pl: 'Kolor', en: 'Colour' },
    needsApproval: { pl: 'Wymaga zgody', en: 'Needs approval' },
    approvers: { label: { pl: 'Zgody udziela', en: 'Approved by' }, help: { pl: 'Wystarczy zgoda jednej z tych osób', en: 'One of these people is enough' } },
    timeZone: { label: { pl: 'Strefa czasowa', en: 'Time zone' }, help: { pl: 'Według niej liczą się godziny otwarcia, np. Europe/Warsaw', en: 'Opening hours are in it, e.g. Europe/Warsaw' } },
    monday: day('Poniedziałek', 'Monday'),
    tuesday: day('Wtorek', 'Tuesday'),
    wednesday: day('Środa', 'Wednesday'),
    thursday: day('Czwartek', 'Thursday'),
    friday: day('Piątek', 'Friday'),
    saturday: day('Sobota', 'Saturday'),
    sunday: day('Niedziela', 'Sunday'),
    description: { pl: 'Opis', en: 'Description' },
    picture: { pl: 'Zdjęcie', en: 'Picture' },
  },
} as const

export const booking = {
  label: { pl: 'Rezerwacja', en: 'Booking' },
  plural: { pl: 'Rezerwacje', en: 'Bookings' },
  fields: {
    title: { label: { pl: 'Na co', en: 'For what' }, help: { pl: 'Widzą to wszyscy, chyba że rezerwacja jest prywatna', en: 'Everybody sees it, unless the booking is private' } },
    resource: { pl: 'Zasób', en: 'Resource' },
    activity: { pl: 'Działanie', en: 'Activity' },
    start: { pl: 'Od', en: 'From' },
    end: { pl: 'Do', en: 'Until' },
    units: { pl: 'Sztuk', en: 'Units' },
    state: { pl: 'Stan', en: 'State' },
    private: { label: { pl: 'Prywatna', en: 'Private' }, help: { pl: 'Inni widzą tylko, że zasób jest zajęty', en: 'Others see only that the resource is taken' } },
    restrictedTo: { pl: 'Tylko dla', en: 'Restricted to' },
    approvers: { pl: 'Zgody udziela', en: 'Approved by' },
    answer: { label: { pl: 'Odpowiedź', en: 'Answer' }, help: { pl: 'Powód odmowy albo uwaga do zgody', en: 'The reason for the refusal, or a remark to the approval' } },
    released: { pl: 'Zwolniona z działaniem', en: 'Freed with its activity' },
  },
} as const

export const sections = {
  basics: { pl: 'Podstawowe', en: 'Basics' },
  approval: { pl: 'Zasady', en: 'Rules' },
  state: { pl: 'Stan', en: 'State' },
} as const

export const reverse = {
  resources: { pl: 'Zasoby', en: 'Resources' },
  approves: { pl: 'Udziela zgody na zasoby', en: 'Approves resources' },
  bookings: { pl: 'Rezerwacje', en: 'Bookings' },
  toApprove: { pl: 'Rezerwacje do zgody', en: 'Bookings to approve' },
} as const

export const views = {
  active: { pl: 'Do rezerwacji', en: 'Can be booked' },
  all: { pl: 'Wszystkie', en: 'All' },
  coming: { pl: 'Bieżące i przyszłe', en: 'Current and coming' },
  mine: { pl: 'Moje', en: 'Mine' },
  toApprove: { pl: 'Czekają na moją zgodę', en: 'Wait for my approval' },
} as const

export const icons: readonly ChoiceValue[] = [
  { value: 'door', label: { pl: 'Drzwi', en: 'Door' } },
  { value: 'presentation', label: { pl: 'Projektor', en: 'Projector' } },
  { value: 'device-laptop', label: { pl: 'Laptop', en: 'Laptop' } },
  { value: 'briefcase', label: { pl: 'Walizka', en: 'Case' } },
  { value: 'car', label: { pl: 'Samochód', en: 'Car' } },
  { value: 'tool', label: { pl: 'Narzędzie', en: 'Tool' } },
  { value: 'package', label: { pl: 'Paczka', en: 'Package' } },
  { value: 'box', label: { pl: 'Pudełko', en: 'Box' } },
]

export const colors: readonly ChoiceValue[] = [
  { value: 'grey', label: { pl: 'Szary', en: 'Grey' }, color: 'grey' },
  { value: 'teal', label: { pl: 'Morski', en: 'Teal' }, color: 'teal' },
  { value: 'green', label: { pl: 'Zielony', en: 'Green' }, color: 'green' },
  { value: 'blue', label: { pl: 'Niebieski', en: 'Blue' }, color: 'blue' },
  { value: 'violet', label: { pl: 'Fioletowy', en: 'Violet' }, color: 'violet' },
  { value: 'amber', label: { pl: 'Bursztynowy', en: 'Amber' }, color: 'amber' },
  { value: 'red', label: { pl: 'Czerwony', en: 'Red' }, color: 'red' },
]

export const states: readonly ChoiceValue[] = [
  { value: 'booked', label: { pl: 'Zarezerwowane', en: 'Booked' }, color: 'green' },
  { value: 'asked', label: { pl: 'Czeka na zgodę', en: 'Waits for approval' }, color: 'amber' },
  { value: 'refused', label: { pl: 'Odmowa', en: 'Refused' }, color: 'red' },
  { value: 'cancelled', label: { pl: 'Odwołane', en: 'Cancelled' }, color: 'grey' },
]

export const moves = {
  approve: { pl: 'Zgódź się', en: 'Approve' },
  refuse: { pl: 'Odmów', en: 'Refuse' },
  cancel: { pl: 'Odwołaj', en: 'Cancel' },
  askAgain: { pl: 'Poproś ponownie', en: 'Ask again' },
  bookAgain: { pl: 'Zarezerwuj ponownie', en: 'Book again' },
} as const

export const whyNotMoves = {
  approve: { pl: 'Zgodę daje albo odmawia jej osoba wskazana przy zasobie.', en: 'Only the people named on the resource approve or refuse.' },
  askAgain: { pl: 'Ten zasób nie wymaga zgody: można go zarezerwować od razu.', en: 'This resource needs no approval: it can be booked at once.' },
} as const

export const refusals = {
  notHours: {
    pl: 'Godziny zapisuje się tak: 08:00–16:00, a z przerwą tak: 08:00–12:00, 13:00–16:00.',
    en: 'Hours are written like this: 08:00–16:00, and with a break like this: 08:00–12:00, 13:00–16:00.',
  },
  unknownZone: { pl: 'Nie ma strefy czasowej „{zone}”.', en: 'There is no time zone “{zone}”.' },
  noLength: { pl: 'Rezerwacja musi trwać choć chwilę: koniec jest taki sam jak początek.', en: 'A booking must last a while: its end is its start.' },
  tooFar: { pl: 'To zbyt odległy rok: kalendarz sięga od {from} do {until}.', en: 'This year is too far away: the calendar reaches from {from} to {until}.' },
  lastsTooLong: { pl: 'Rezerwacja może trwać najwyżej {years, plural, one {# rok} few {# lata} other {# lat}}.', en: 'A booking lasts at most {years, plural, one {# year} other {# years}}.' },
  endBeforeStart: { pl: 'Koniec nie może być przed początkiem.', en: 'The end cannot be before the start.' },
  taken: { pl: 'W tym czasie zasób jest już zajęty.', en: 'The resource is already taken at this time.' },
  closed: { pl: 'W tym czasie zasób jest niedostępny: wykracza to poza jego godziny otwarcia.', en: 'The resource is not available then: it is outside its opening hours.' },
  seriesTaken: { pl: '{count, plural, one {# termin jest już zajęty} few {# terminy są już zajęte} other {# terminów jest już zajętych}}. Można je pominąć albo wybrać inny zasób.', en: '{count, plural, one {# occurrence is} other {# occurrences are}} already taken. Skip them, or choose another resource.' },
  inactive: { pl: 'Tego zasobu nie można już rezerwować.', en: 'This resource can no longer be booked.' },
  tooManyUnits: { pl: 'Nie ma tylu sztuk tego zasobu.', en: 'There are not so many units of this resource.' },
  needsApproval: { pl: 'Ten zasób wymaga zgody: rezerwacja musi na nią poczekać.', en: 'This resource needs approval: the booking has to wait for it.' },
  quantityBooked: { pl: 'Tyle sztuk nie wystarczy na to, co jest już zarezerwowane.', en: 'So few units are not enough for what is already booked.' },
  notThere: { pl: 'Nie ma takiego zasobu.', en: 'There is no such resource.' },
  noActivity: { pl: 'Nie ma takiego działania albo nie masz do niego dostępu.', en: 'There is no such activity, or you have no access to it.' },
  tooLong: { pl: 'Naraz można obejrzeć najwyżej {days} dni.', en: 'At most {days} days can be looked at at once.' },
  noTime: { pl: 'Podaj, od kiedy do kiedy.', en: 'Say from when until when.' },
} as const

export const sentences = {
  takenByUntil: { pl: 'zajęte do {until} – rezerwuje {who}', en: 'taken until {until} – booked by {who}' },
  takenUntil: { pl: 'zajęte do {until}', en: 'taken until {until}' },
  fewLeft: {
    pl: '{left, plural, =0 {nie ma już wolnych} one {została # sztuka} few {zostały # sztuki} other {zostało # sztuk}} z {quantity}; następne zwolnią się o {until}',
    en: '{left, plural, =0 {none is left} one {# is left} other {# are left}} of {quantity}; more will be free at {until}',
  },
  quantityBookedAt: { pl: 'Tyle sztuk nie wystarczy na to, co jest zarezerwowane: {when}.', en: 'So few units are not enough for what is booked: {when}.' },
} as const

export const notices = {
  asked: {
    label: { pl: 'Prośby o zgodę na rezerwację', en: 'Bookings that wait for approval' },
    title: { pl: '{who} prosi o zgodę: {resource}, {when}', en: '{who} asks for approval: {resource}, {when}' },
    why: { pl: 'Udzielasz zgody na rezerwacje tego zasobu.', en: 'You approve bookings of this resource.' },
  },
  answered: {
    label: { pl: 'Odpowiedzi na prośby o rezerwację', en: 'Answers to bookings asked for' },
    yes: { pl: 'Zgoda na rezerwację: {resource}, {when}', en: 'Booking approved: {resource}, {when}' },
    no: { pl: 'Odmowa rezerwacji: {resource}, {when}', en: 'Booking refused: {resource}, {when}' },
    why: { pl: 'To Twoja rezerwacja.', en: 'It is your booking.' },
  },
  occurrencesTaken: {
    label: { pl: 'Terminy serii bez zasobu', en: 'Occurrences without the resource' },
    title: {
      pl: '{resource}: {count, plural, one {# termin serii jest zajęty} few {# terminy serii są zajęte} other {# terminów serii jest zajętych}}',
      en: '{resource}: {count, plural, one {# occurrence of the series is} other {# occurrences of the series are}} taken by others',
    },
    why: { pl: 'To Twoja rezerwacja na spotkanie, które się powtarza.', en: 'It is your booking for a meeting that recurs.' },
  },
} as const
