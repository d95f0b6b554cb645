import type { Text } from '../../contract/text.ts'

export const refusals = {
  noField: { pl: 'Nie ma takiego pola.', en: 'There is no such field.' },
  noOperation: { pl: 'Nie ma takiej zmiany ustawień.', en: 'There is no such change of settings.' },
  changedSince: { pl: 'Od tamtej pory zmieniono: {items}. Najpierw cofnij późniejsze zmiany.', en: 'Changed since then: {items}. Take back the later changes first.' },
  widened: { pl: 'Tego nie można cofnąć: typ pola został poszerzony, a wpisane od tamtej pory wartości mogłyby się nie zmieścić w dawnym. Jeśli dawny typ jest potrzebny, dodaj nowe pole.', en: 'This cannot be taken back: the type of the field was made wider, and values written since might not fit the former one. If the former type is needed, add a new field.' },
  noPerson: { pl: 'Nie ma takiej osoby albo jest nieaktywna.', en: 'There is no such person, or the person is inactive.' },
} as const satisfies Record<string, Text>
