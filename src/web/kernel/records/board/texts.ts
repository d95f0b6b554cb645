import type { Text } from '../../../../contract/text.ts'

export const texts = {
  help: { pl: 'Spacja podnosi kartę, strzałki w bok wybierają miejsce, Spacja odkłada, Escape odwołuje. Palcem: przytrzymaj kartę.', en: 'Space lifts the card, left and right choose the place, Space drops it, Escape cancels. By touch: rest your finger on the card.' },
  lifted: { pl: 'Podniesiono: {name}. {place}', en: 'Picked up: {name}. {place}' },
  moved: { pl: '{place}', en: '{place}' },
  put: { pl: 'Przeniesiono: {name}. {place}', en: 'Moved: {name}. {place}' },
  cancelled: { pl: 'Odwołano. {name} zostaje, gdzie było.', en: 'Cancelled. {name} stays where it was.' },
  refused: { pl: 'Nie przeniesiono', en: 'Not moved' },
  ends: { pl: 'Tu się kończy', en: 'Where it ends' },
  days: { pl: '{count, plural, one {# dzień} few {# dni} many {# dni} other {# dnia}}', en: '{count, plural, one {# day} other {# days}}' },
  here: { pl: 'W tej kolumnie od: {days}', en: 'In this column for {days}' },
  next: { pl: '{field}: {day}', en: '{field}: {day}' },
  late: { pl: '{field} po terminie: {day}', en: '{field} overdue: {day}' },
  missing: { pl: '{field}: brak', en: '{field}: none' },
  noColumns: { pl: 'Nie ma tu jeszcze kolumn', en: 'There are no columns here yet' },
  noColumnsWhy: { pl: 'Kolumny tej tablicy to: {what}. Dodaj pierwszą w ustawieniach.', en: 'The columns of this board are: {what}. Add the first one in the settings.' },

  weighted: { pl: 'ważone', en: 'weighted' },
} as const satisfies Record<string, Text>
