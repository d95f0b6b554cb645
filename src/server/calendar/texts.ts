/** Every word of this room that a person reads. */
import type { ChoiceValue } from '../../contract/definition.ts'

export const calendarShare = {
  label: { pl: 'Prawo do kalendarza', en: 'Calendar right' },
  plural: { pl: 'Prawa do kalendarzy', en: 'Calendar rights' },
  fields: {
    title: { pl: 'Uwaga', en: 'Remark' },
    person: { label: { pl: 'Kto', en: 'Who' }, help: { pl: 'Osoba, która dostaje wgląd w kalendarz', en: 'The person who is let into the calendar' } },
    level: { pl: 'Może', en: 'May' },
  },
} as const

export const levels: readonly ChoiceValue[] = [
  { value: 'busy', label: { pl: 'widzieć zajęty czas', en: 'see when busy' } },
  { value: 'see', label: { pl: 'widzieć wpisy', en: 'see entries' } },
  { value: 'edit', label: { pl: 'prowadzić kalendarz', en: 'keep the calendar' } },
]

export const sections = { basics: { pl: 'Podstawowe', en: 'Basics' } } as const
export const reverse = { lookedInto: { pl: 'Widzi kalendarze', en: 'Sees calendars' } } as const

export const refusals = {
  noId: { pl: '„{text}” nie jest identyfikatorem.', en: '“{text}” is no identifier.' },
} as const
