/** A recurrence in words, and why a rule is none. */
export const frequencies = {
  DAILY: { pl: '{n, plural, =1 {codziennie} few {co # dni} many {co # dni} other {co # dnia}}', en: '{n, plural, =1 {every day} other {every # days}}' },
  WEEKLY: { pl: '{n, plural, =1 {co tydzień} few {co # tygodnie} many {co # tygodni} other {co # tygodnia}}', en: '{n, plural, =1 {every week} other {every # weeks}}' },
  MONTHLY: { pl: '{n, plural, =1 {co miesiąc} few {co # miesiące} many {co # miesięcy} other {co # miesiąca}}', en: '{n, plural, =1 {every month} other {every # months}}' },
  YEARLY: { pl: '{n, plural, =1 {co rok} few {co # lata} many {co # lat} other {co # roku}}', en: '{n, plural, =1 {every year} other {every # years}}' },
} as const

/** Monday first. `many`: on Mondays; `one`: on the second Monday. Polish agrees the ordinal with the day's gender. */
export const weekdays = [
  { many: { pl: 'poniedziałki', en: 'Mondays' }, one: { pl: 'poniedziałek', en: 'Monday' }, isFeminine: false },
  { many: { pl: 'wtorki', en: 'Tuesdays' }, one: { pl: 'wtorek', en: 'Tuesday' }, isFeminine: false },
  { many: { pl: 'środy', en: 'Wednesdays' }, one: { pl: 'środę', en: 'Wednesday' }, isFeminine: true },
  { many: { pl: 'czwartki', en: 'Thursdays' }, one: { pl: 'czwartek', en: 'Thursday' }, isFeminine: false },
  { many: { pl: 'piątki', en: 'Fridays' }, one: { pl: 'piątek', en: 'Friday' }, isFeminine: false },
  { many: { pl: 'soboty', en: 'Saturdays' }, one: { pl: 'sobotę', en: 'Saturday' }, isFeminine: true },
  { many: { pl: 'niedziele', en: 'Sundays' }, one: { pl: 'niedzielę', en: 'Sunday' }, isFeminine: true },
] as const

/** By place, counted from 1, and from the end: -1 is the last. */
export const ordinals: Readonly<Record<string, { masculine: string; feminine: string; en: string }>> = {
  '1': { masculine: 'pierwszy', feminine: 'pierwszą', en: 'first' },
  '2': { masculine: 'drugi', feminine: 'drugą', en: 'second' },
  '3': { masculine: 'trzeci', feminine: 'trzecią', en: 'third' },
  '4': { masculine: 'czwarty', feminine: 'czwartą', en: 'fourth' },
  '5': { masculine: 'piąty', feminine: 'piątą', en: 'fifth' },
  '-1': { masculine: 'ostatni', feminine: 'ostatnią', en: 'last' },
  '-2': { masculine: 'przedostatni', feminine: 'przedostatnią', en: 'last but one' },
}

export const words = {
  and: { pl: 'i', en: 'and' },
  /** Polish `we` before wtorek. */
  on: { pl: '{isHard, select, true {we} other {w}} {days}', en: 'on {days}' },
  onThe: { pl: '{isHard, select, true {we} other {w}} {days}', en: 'on the {days}' },
  workdays: { pl: 'w dni robocze', en: 'on weekdays' },
  workday: { pl: 'dzień roboczy', en: 'weekday' },
  lastDay: { pl: 'w ostatni dzień', en: 'on the last day' },
  monthDays: { pl: '{days} dnia', en: 'on the {days}' },
  inMonths: { pl: 'w {months}', en: 'in {months}' },
  times: { pl: '{n, plural, one {# raz} few {# razy} many {# razy} other {# razu}}', en: '{n, plural, one {once} other {# times}}' },
  until: { pl: 'do {day}', en: 'until {day}' },
  byRule: { pl: 'według reguły {rule}', en: 'by the rule {rule}' },
} as const

/** Named in Polish in the locative: w styczniu. */
export const monthsIn = {
  pl: ['styczniu', 'lutym', 'marcu', 'kwietniu', 'maju', 'czerwcu', 'lipcu', 'sierpniu', 'wrześniu', 'październiku', 'listopadzie', 'grudniu'],
  en: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
} as const
/** In the genitive: 3 maja. */
export const monthsOf = {
  pl: ['stycznia', 'lutego', 'marca', 'kwietnia', 'maja', 'czerwca', 'lipca', 'sierpnia', 'września', 'października', 'listopada', 'grudnia'],
  en: monthsIn.en,
} as const

export const faults = {
  shape: { pl: 'To nie jest reguła powtarzania. Przykład: FREQ=WEEKLY;BYDAY=MO.', en: 'This is not a recurrence rule. An example: FREQ=WEEKLY;BYDAY=MO.' },
  unknownPart: { pl: 'Reguła powtarzania nie zna części „{part}”.', en: 'A recurrence rule has no part “{part}”.' },
  twice: { pl: 'Część „{part}” występuje w regule dwa razy.', en: 'The part “{part}” stands in the rule twice.' },
  badValue: { pl: 'Część „{part}” nie może mieć wartości „{value}”.', en: 'The part “{part}” cannot be “{value}”.' },
  tooOften: { pl: 'Powtarzać można najczęściej raz dziennie.', en: 'It can recur once a day at most.' },
  countAndUntil: { pl: 'Podaje się albo liczbę powtórzeń, albo ostatni dzień.', en: 'Give either the number of occurrences or the last day.' },
  notTogether: { pl: 'Części „{part}” nie można łączyć z FREQ={frequency}.', en: 'The part “{part}” does not go with FREQ={frequency}.' },
  endsBefore: { pl: 'Powtarzanie kończy się, zanim się zacznie.', en: 'The recurrence ends before it begins.' },
  never: { pl: 'Według tej reguły nic się nigdy nie powtórzy.', en: 'By this rule it never recurs.' },
  needsMoment: { pl: 'Powtarza się tylko to, co ma początek albo termin.', en: 'Only what has a start or a due date can recur.' },
  instanceRecurs: { pl: 'Pojedyncze wystąpienie serii nie może się samo powtarzać.', en: 'A single occurrence of a series cannot recur itself.' },
} as const
