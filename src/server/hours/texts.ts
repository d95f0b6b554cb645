/** Every word of this room that a person reads. */
import type { ChoiceValue } from '../../contract/definition.ts'

export const workingHours = {
  label: { pl: 'Godziny pracy', en: 'Working hours' },
  plural: { pl: 'Godziny pracy', en: 'Working hours' },
  fields: {
    title: { pl: 'Uwaga', en: 'Remark' },
    monday: { label: { pl: 'Poniedziałek', en: 'Monday' }, help: { pl: 'Np. 8:00–16:00 albo 8–12, 13–17; puste: dzień wolny', en: 'E.g. 8:00–16:00 or 8–12, 13–17; empty: a day off' } },
    tuesday: { pl: 'Wtorek', en: 'Tuesday' },
    wednesday: { pl: 'Środa', en: 'Wednesday' },
    thursday: { pl: 'Czwartek', en: 'Thursday' },
    friday: { pl: 'Piątek', en: 'Friday' },
    saturday: { pl: 'Sobota', en: 'Saturday' },
    sunday: { pl: 'Niedziela', en: 'Sunday' },
    timeZone: { label: { pl: 'Strefa czasowa', en: 'Time zone' }, help: { pl: 'Puste: strefa z profilu osoby', en: 'Empty: the zone of the person’s profile' } },
    country: { label: { pl: 'Kraj', en: 'Country' }, help: { pl: 'Którego święta są wolne, np. PL albo DE-BY; puste: kraj firmy', en: 'Whose public holidays are free, e.g. PL or DE-BY; empty: the firm’s country' } },
  },
} as const

export const dayOff = {
  label: { pl: 'Dzień firmowy', en: 'Day of the firm' },
  plural: { pl: 'Dni firmowe', en: 'Days of the firm' },
  fields: {
    name: { pl: 'Nazwa', en: 'Name' },
    on: { pl: 'Dzień', en: 'Day' },
    until: { label: { pl: 'Do dnia', en: 'Until' }, help: { pl: 'Puste: tylko ten dzień', en: 'Empty: this day alone' } },
    kind: { pl: 'Rodzaj', en: 'Kind' },
  },
} as const

export const dayKinds: readonly ChoiceValue[] = [
  { value: 'off', label: { pl: 'Wolny', en: 'Day off' }, color: 'green' },
  { value: 'working', label: { pl: 'Pracujący mimo święta lub weekendu', en: 'Worked despite a holiday or weekend' }, color: 'amber' },
]

export const sections = { basics: { pl: 'Podstawowe', en: 'Basics' }, week: { pl: 'Tydzień', en: 'Week' } } as const

export const refusals = {
  badPeriods: { pl: 'Godziny podaje się jak 8:00–16:00 albo 8–12, 13–17, kolejno i bez nakładania.', en: 'Hours are written like 8:00–16:00 or 8–12, 13–17, in order and without overlap.' },
  unknownZone: { pl: 'Nie ma strefy czasowej „{zone}”.', en: 'There is no time zone “{zone}”.' },
  unknownCountry: { pl: 'Nie znamy świąt kraju „{country}”.', en: 'We do not know the holidays of the country “{country}”.' },
  reversed: { pl: 'Ostatni dzień nie może być przed pierwszym.', en: 'The last day cannot be before the first.' },
  noWork: { pl: 'W tym tygodniu nie ma godzin pracy, więc nie da się ich liczyć.', en: 'There are no working hours in this week, so none can be counted.' },
  tooLong: { pl: 'Naraz można pytać najwyżej o trzy lata.', en: 'At most three years can be asked for at once.' },
  needsSettings: { pl: 'Godziny pracy firmy zmienia osoba, która może zmieniać ustawienia systemu.', en: 'The firm’s working hours are changed by those who may change the system’s settings.' },
} as const
