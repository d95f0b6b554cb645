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
    cell: { pl: 'Komórka planu', en: 'Cell of the plan' },
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

export const refusals = {
  whose: { pl: 'Cel musi mieć osobę albo zespół.', en: 'A target needs a person or a team.' },
  notFirstDay: { pl: 'Miesiąc celu to jego pierwszy dzień.', en: 'The month of a target is its first day.' },
  otherYear: { pl: 'Ten miesiąc nie należy do roku planu.', en: 'This month is not of the plan’s year.' },
  dimensionOfSales: { pl: 'Plan liczby działań nie może być w podziale na grupy produktów ani rynki.', en: 'A plan of activities cannot go by product groups or markets.' },
  gone: { pl: 'Nie ma takiego planu.', en: 'There is no such plan.' },
  noPeriod: { pl: 'Nie ma takiego okresu.', en: 'There is no such period.' },
  notOfPlan: { pl: 'Plan nie ma wymiaru „{dimension}”.', en: 'The plan has no dimension “{dimension}”.' },
  unknownValue: { pl: 'Wymiar „{dimension}” nie ma wartości „{value}”.', en: 'The dimension “{dimension}” has no value “{value}”.' },
  twice: { pl: 'Ta komórka jest podana dwa razy.', en: 'This cell is given twice.' },
  taken: { pl: 'Ktoś właśnie wpisał tu cel. Odśwież tabelę i spróbuj jeszcze raz.', en: 'Somebody has just entered a target here. Reload the table and try again.' },
  notNumber: { pl: '„{value}” to nie liczba.', en: '“{value}” is no number.' },
} as const satisfies Record<string, Text>

export const words = {
  unassigned: { pl: 'Bez opiekuna', en: 'Without an owner' },
} as const satisfies Record<string, Text>
