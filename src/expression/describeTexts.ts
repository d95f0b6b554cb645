/** The words of described expressions. Where a sentence needs no endings that depend on gender, Polish reads as well as English. */
import type { Text } from '../contract/text.ts'
import type { AggregateName, CompareOperator } from './language.ts'

export const words = {
  and: { pl: ' i ', en: ' and ' },
  or: { pl: ' lub ', en: ' or ' },
  not: { pl: 'nie jest tak, że {of}', en: 'it is not so that {of}' },
  yes: { pl: '{left}: tak', en: '{left}: yes' },
  no: { pl: '{left}: nie', en: '{left}: no' },
  me: { pl: 'ja', en: 'me' },
  mine: { pl: 'moje: {left}', en: 'my {left}' },
  today: { pl: 'dziś', en: 'today' },
  now: { pl: 'teraz', en: 'now' },
  daysAgo: { pl: '{days, plural, one {# dzień temu} few {# dni temu} other {# dni temu}}', en: '{days, plural, one {# day ago} other {# days ago}}' },
  inDays: { pl: '{days, plural, one {za # dzień} few {za # dni} other {za # dni}}', en: '{days, plural, one {in # day} other {in # days}}' },
  nothing: { pl: 'brak', en: 'nothing' },
  true: { pl: 'tak', en: 'yes' },
  false: { pl: 'nie', en: 'no' },
  where: { pl: ', gdzie {where}', en: ', where {where}' },
  by: { pl: ', według: {by}', en: ', by {by}' },
  someone: { pl: 'wskazany rekord', en: 'the chosen record' },
} as const satisfies Record<string, Text>

type Sides = { plain: Text; negated: Text }

/** Of numbers and amounts; `days` are the words for dates and moments where they differ. */
export const comparisons: Record<CompareOperator, Sides> = {
  '=': { plain: { pl: '{left} to {right}', en: '{left} is {right}' }, negated: { pl: '{left} to nie {right}', en: '{left} is not {right}' } },
  '<': { plain: { pl: '{left} poniżej {right}', en: '{left} is below {right}' }, negated: { pl: '{left} nie poniżej {right}', en: '{left} is not below {right}' } },
  '<=': { plain: { pl: '{left} najwyżej {right}', en: '{left} is at most {right}' }, negated: { pl: '{left} nie najwyżej {right}', en: '{left} is not at most {right}' } },
  '>': { plain: { pl: '{left} powyżej {right}', en: '{left} is above {right}' }, negated: { pl: '{left} nie powyżej {right}', en: '{left} is not above {right}' } },
  '>=': { plain: { pl: '{left} co najmniej {right}', en: '{left} is at least {right}' }, negated: { pl: '{left} nie co najmniej {right}', en: '{left} is not at least {right}' } },
  between: { plain: { pl: '{left} od {right} do {second}', en: '{left} is between {right} and {second}' }, negated: { pl: '{left} poza zakresem od {right} do {second}', en: '{left} is not between {right} and {second}' } },
  in: { plain: { pl: '{left} to jedno z: {right}', en: '{left} is one of {right}' }, negated: { pl: '{left} to żadne z: {right}', en: '{left} is none of {right}' } },
  contains: { plain: { pl: '{left} zawiera {right}', en: '{left} contains {right}' }, negated: { pl: '{left} nie zawiera {right}', en: '{left} does not contain {right}' } },
  'starts with': { plain: { pl: '{left} zaczyna się od {right}', en: '{left} starts with {right}' }, negated: { pl: '{left} nie zaczyna się od {right}', en: '{left} does not start with {right}' } },
  'ends with': { plain: { pl: '{left} kończy się na {right}', en: '{left} ends with {right}' }, negated: { pl: '{left} nie kończy się na {right}', en: '{left} does not end with {right}' } },
  has: { plain: { pl: '{left}: jest wśród nich {right}', en: '{left} include {right}' }, negated: { pl: '{left}: nie ma wśród nich {right}', en: '{left} do not include {right}' } },
  'has any': { plain: { pl: '{left}: jest wśród nich jedno z {right}', en: '{left} include any of {right}' }, negated: { pl: '{left}: nie ma wśród nich żadnego z {right}', en: '{left} include none of {right}' } },
  'has all': { plain: { pl: '{left}: są wśród nich wszystkie z {right}', en: '{left} include all of {right}' }, negated: { pl: '{left}: nie ma wśród nich wszystkich z {right}', en: '{left} do not include all of {right}' } },
  'is empty': { plain: { pl: '{left}: puste', en: '{left} is empty' }, negated: { pl: '{left}: wypełnione', en: '{left} is filled in' } },
}

export const days: Partial<Record<CompareOperator, Sides>> = {
  '<': { plain: { pl: '{left} przed {right}', en: '{left} is before {right}' }, negated: { pl: '{left} nie przed {right}', en: '{left} is not before {right}' } },
  '<=': { plain: { pl: '{left} najpóźniej {right}', en: '{left} is not after {right}' }, negated: { pl: '{left} po {right}', en: '{left} is after {right}' } },
  '>': { plain: { pl: '{left} po {right}', en: '{left} is after {right}' }, negated: { pl: '{left} nie po {right}', en: '{left} is not after {right}' } },
  '>=': { plain: { pl: '{left} najwcześniej {right}', en: '{left} is on or after {right}' }, negated: { pl: '{left} przed {right}', en: '{left} is before {right}' } },
}

export const aggregates: Record<AggregateName, Text> = {
  SUM: { pl: 'suma ({of})', en: 'the sum of ({of})' },
  AVG: { pl: 'średnia ({of})', en: 'the average of ({of})' },
  MIN: { pl: 'najmniejsza wartość ({of})', en: 'the least of ({of})' },
  MAX: { pl: 'największa wartość ({of})', en: 'the greatest of ({of})' },
  COUNT: { pl: 'liczba ({of})', en: 'the number of ({of})' },
  FIRST: { pl: 'pierwsza wartość ({of})', en: 'the first of ({of})' },
  LAST: { pl: 'ostatnia wartość ({of})', en: 'the last of ({of})' },
  EXISTS: { pl: 'istnieje ({of})', en: 'there is one of ({of})' },
}
