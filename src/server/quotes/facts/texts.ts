import type { Text } from '../../../contract/text.ts'

export const labels = {
  taxes: { pl: 'Podatek według stawek', en: 'Tax by rate' },
  rate: { pl: 'Stawka VAT', en: 'VAT rate' },
  net: { pl: 'Netto', en: 'Net' },
  vat: { pl: 'VAT', en: 'VAT' },
  gross: { pl: 'Brutto', en: 'Gross' },
  outline: { pl: 'Pozycje w układzie oferty: części', en: 'Lines as the quote is laid out: sections' },
  title: { pl: 'Tytuł części; pusty: pozycje poza częściami', en: 'Title of the section; empty: lines of no section' },
  tree: { pl: 'Pozycje części ze składnikami, po kolei', en: 'Lines of the section with their parts, in order' },
  number: { pl: 'Numer w układzie: 2, 2.1, 2.1.3', en: 'Number in the outline: 2, 2.1, 2.1.3' },
  level: { pl: 'Poziom; 0: samodzielna pozycja', en: 'Level; 0: a line of its own' },
  counted: { pl: 'Wchodzi do sumy', en: 'Is in the total' },
  list: { pl: 'Wartość przed rabatami', en: 'Value before discounts' },
  discounts: { pl: 'Wszystkie rabaty razem', en: 'All discounts together' },
} as const satisfies Record<string, Text>
