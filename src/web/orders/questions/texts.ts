import type { Text } from '../../../contract/text.ts'

export const texts = {
  questions: { pl: 'Ustalenia listy', en: 'Questions' },
  about: { pl: 'Każde pasujące zamówienie dostaje swój odpis tych ustaleń. Kolejność zmienisz, przeciągając ustalenie za uchwyt albo klawiszami: Spacja i strzałki.', en: 'Each order that fits gets its own copy of these. Change their order by dragging one by its grip, or by keys: Space and arrows.' },
  empty: { pl: 'Lista nie ma jeszcze ustaleń. Zacznij od tego, bez czego nie wolno przyjąć zamówienia.', en: 'The list has no questions yet. Begin with what an order must not be accepted without.' },
  add: { pl: 'Dodaj ustalenie', en: 'Add a question' },
  remove: { pl: 'Usuń: {title}', en: 'Delete: {title}' },
  removed: { pl: 'Usunięto ustalenie „{title}”', en: 'The question “{title}” was deleted' },
  ordered: { pl: 'Zmieniono kolejność ustaleń', en: 'The order of the questions was changed' },
} as const satisfies Record<string, Text>
