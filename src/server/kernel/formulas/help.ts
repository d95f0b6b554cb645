/** What may stand in a formula, for the editor: every function with its help, in one language. */
import { say, type Language, type Text } from '../../../contract/text.ts'
import { functions } from '../../../expression/functions/functions.ts'
import type { AggregateName } from '../../../expression/language.ts'

export interface FunctionHelp {
  name: string
  help: string
  example: string
  /** Names of the parameters, in order; `more`: the group of those marked may come again. */
  parameters: { name: string; optional: boolean; repeated: boolean }[]
  /** Over related records: takes `where` and, FIRST and LAST, `by`. */
  aggregate: boolean
}

const aggregates: Record<AggregateName, { help: Text; example: string }> = {
  COUNT: { help: { pl: 'Ile jest powiązanych rekordów, które spełniają warunek.', en: 'How many related records meet the condition.' }, example: "COUNT(deals where stage = 'won')" },
  SUM: { help: { pl: 'Suma pola powiązanych rekordów; kwoty muszą być w jednej walucie.', en: 'The sum of a field of related records; amounts must be in one currency.' }, example: 'SUM(deals.amount where closedOn >= today - 365)' },
  AVG: { help: { pl: 'Średnia pola powiązanych rekordów.', en: 'The average of a field of related records.' }, example: 'AVG(deals.amount)' },
  MIN: { help: { pl: 'Najmniejsza wartość pola powiązanych rekordów.', en: 'The least value of a field of related records.' }, example: 'MIN(contracts.endsOn)' },
  MAX: { help: { pl: 'Największa wartość pola powiązanych rekordów.', en: 'The greatest value of a field of related records.' }, example: 'MAX(visits.endedAt)' },
  FIRST: { help: { pl: 'Pole pierwszego z powiązanych rekordów, w kolejności podanej po „by”.', en: 'A field of the first related record, in the order given after “by”.' }, example: 'FIRST(visits.result by endedAt)' },
  LAST: { help: { pl: 'Pole ostatniego z powiązanych rekordów, w kolejności podanej po „by”.', en: 'A field of the last related record, in the order given after “by”.' }, example: "LAST(visits.result by endedAt where kind = 'sale')" },
  EXISTS: { help: { pl: 'Czy jest powiązany rekord, który spełnia warunek.', en: 'Whether there is a related record that meets the condition.' }, example: "EXISTS(cases where state = 'open')" },
}

export function formulaHelp(language: Language): FunctionHelp[] {
  const plain = [...functions.values()].map(({ name, help, example, parameters }) => ({
    name, help: say(help, language), example, aggregate: false,
    parameters: parameters.map((parameter) => ({ name: say(parameter.name, language), optional: parameter.optional === true, repeated: parameter.repeated === true })),
  }))
  const many = say({ pl: 'powiązane rekordy', en: 'related records' }, language)
  const related = Object.entries(aggregates).map(([name, { help, example }]) => ({ name, help: say(help, language), example, aggregate: true, parameters: [{ name: many, optional: false, repeated: false }] }))
  return [...related, ...plain].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
}
