import type { Text } from '../../../contract/text.ts'

export const texts = {
  part: { pl: 'Część', en: 'Part' },
  quantity: { pl: 'Ilość', en: 'Quantity' },
  quantityOf: { pl: 'Ilość: {part}', en: 'Quantity: {part}' },
  price: { pl: 'Cena', en: 'Price' },
  amount: { pl: 'Wartość', en: 'Value' },
  inPrice: { pl: 'w cenie', en: 'included' },
  noPrice: { pl: 'brak ceny', en: 'no price' },
  whole: { pl: 'Cena zestawu', en: 'Price of the whole' },
  parts: { pl: 'Części zestawu', en: 'Parts of the structure' },
  chooseOne: { pl: 'wybierz jedną', en: 'choose one' },
  chooseAtMostOne: { pl: 'najwyżej jedna', en: 'one at most' },
  optional: { pl: 'opcja', en: 'option' },
  unpriced: { pl: '{count, plural, one {# część nie ma ceny} few {# części nie mają ceny} other {# części nie ma ceny}}', en: '{count, plural, one {# part has no price} other {# parts have no price}}' },
  faults: { pl: '{count, plural, one {# rzecz do poprawienia} few {# rzeczy do poprawienia} other {# rzeczy do poprawienia}}', en: '{count, plural, one {# thing to put right} other {# things to put right}}' },
  complete: { pl: 'Zestaw jest kompletny', en: 'The structure is complete' },
  asAtFirst: { pl: 'Jak na początku', en: 'As at first' },
  between: { pl: 'od {min} do {max}', en: '{min} to {max}' },
  from: { pl: 'od {min}', en: 'at least {min}' },
  upTo: { pl: 'do {max}', en: 'at most {max}' },
} as const satisfies Record<string, Text>
