/** Every word of this room that a person reads. */
import type { ChoiceValue } from '../../contract/definition.ts'
import type { Text } from '../../contract/text.ts'

export const targetPlan = {
  label: { pl: 'Plan sprzedaży', en: 'Sales plan' },
  plural: { pl: 'Plany sprzedaży', en: 'Sales plans' },
  fields: {
    name: { pl: 'Nazwa', en: 'Name' },
    year: { pl: 'Rok', en: 'Year' },
    measure: { pl: 'Miara', en: 'Measure' },
    period: { pl: 'Okresy', en: 'Periods' },
    dimensions: { label: { pl: 'Wymiary', en: 'Dimensions' }, help: { pl: 'Oprócz osoby albo zespołu', en: 'Besides the person or the team' } },
    activityType: { label: { pl: 'Rodzaj działań', en: 'Type of activities' }, help: { pl: 'Puste: wszystkie', en: 'Empty: all of them' } },
    active: { pl: 'Obowiązuje', en: 'In force' },
    description: { pl: 'Opis', en: 'Description' },
  },
} as const

export const target = {
  label: { pl: 'Cel', en: 'Target' },
  plural: { pl: 'Cele', en: 'Targets' },
  fields: {
    name: { pl: 'Nazwa', en: 'Name' },
    plan: { pl: 'Plan', en: 'Plan' },
    month: { label: { pl: 'Miesiąc', en: 'Month' }, help: { pl: 'Jego pierwszy dzień', en: 'Its first day' } },
    team: { pl: 'Zespół', en: 'Team' },
    productGroup: { pl: 'Grupa produktów', en: 'Product group' },
    region: { pl: 'Województwo', en: 'Region' },
    market: { pl: 'Rynek', en: 'Market' },
    customerGroup: { pl: 'Grupa klientów', en: 'Customer group' },
    territory: { pl: 'Terytorium', en: 'Territory' },
    value: { pl: 'Plan', en: 'Target' },
  },
} as const

export const measures: readonly ChoiceValue[] = [
  { value: 'value', label: { pl: 'Wartość', en: 'Value' } },
  { value: 'quantity', label: { pl: 'Ilość', en: 'Quantity' } },
  { value: 'margin', label: { pl: 'Marża', en: 'Margin' } },
  { value: 'activities', label: { pl: 'Liczba działań', en: 'Number of activities' } },
]
export const periods: readonly ChoiceValue[] = [
  { value: 'month', label: { pl: 'Miesiące', en: 'Months' } },
  { value: 'quarter', label: { pl: 'Kwartały', en: 'Quarters' } },
  { value: 'year', label: { pl: 'Rok', en: 'Year' } },
]
export const dimensions: readonly ChoiceValue[] = [
  { value: 'productGroup', label: { pl: 'Grupa produktów', en: 'Product group' } },
  { value: 'region', label: { pl: 'Województwo', en: 'Region' } },
  { value: 'market', label: { pl: 'Rynek', en: 'Market' } },
  { value: 'customerGroup', label: { pl: 'Grupa klientów', en: 'Customer group' } },
  { value: 'territory', label: { pl: 'Terytorium', en: 'Territory' } },
]
/** Whose target it is. */
export const whose = { pl: 'Osoba', en: 'Person' } as const
export const reverse = {
  targets: { pl: 'Cele', en: 'Targets' },
} as const satisfies Record<string, Text>
export const sections = { basics: { pl: 'Podstawowe', en: 'Basics' } } as const satisfies Record<string, Text>
