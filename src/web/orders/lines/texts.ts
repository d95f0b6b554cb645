import type { Text } from '../../../contract/text.ts'

export const texts = {
  lines: { pl: 'Pozycje zamówienia', en: 'Lines of the order' },
  nothing: { pl: 'Zamówienie nie ma jeszcze pozycji', en: 'The order has no lines yet' },
  nothingWhy: { pl: 'Dodaj to, co klient zamawia: produkt z katalogu albo własny opis z ceną.', en: 'Add what the customer orders: a product of the catalogue, or words of your own with a price.' },
  add: { pl: 'Dodaj pozycję', en: 'Add a line' },
  locked: { pl: 'Pozycje są uzgodnione i już się nie zmienią.', en: 'The lines are agreed and stand.' },
  edit: { pl: 'Zmień: {name}', en: 'Change: {name}' },
  remove: { pl: 'Usuń: {name}', en: 'Delete: {name}' },
  removed: { pl: 'Usunięto pozycję „{name}”', en: 'The line “{name}” was deleted' },
  no: { pl: 'Lp.', en: 'No.' },
  acts: { pl: 'Działania', en: 'Actions' },
  net: { pl: 'Razem netto', en: 'Total net' },
  ofRate: { pl: 'VAT {rate}', en: 'VAT {rate}' },
  gross: { pl: 'Razem brutto', en: 'Total gross' },
  margin: { pl: 'Marża', en: 'Margin' },
  rate: { pl: 'Kurs {rate} z {day}', en: 'Rate {rate} of {day}' },
  part: { pl: 'w cenie zestawu', en: 'in the structure’s price' },
} as const satisfies Record<string, Text>
