/**
 * Numbers from a pattern: 'OF/{yyyy}/{nnnn}' → 'OF/2026/0042'. {n…} is the number, as many digits as letters at least;
 * {yyyy} {yy} {mm} {dd} are of the day. A number that outgrows its digits gets more of them.
 */
export const formatNumber = (pattern: string, number: number, day: string): string => numbered(datedPattern(pattern, day), number)

/** The pattern with its day written out; only the place of the number is left: 'OF/2026/{nnnn}'. */
export function datedPattern(pattern: string, day: string): string {
  const [year = '', month = '', dayOfMonth = ''] = day.split('-')
  const parts: Readonly<Record<string, string>> = { yyyy: year, yy: year.slice(2), mm: month, dd: dayOfMonth }
  return pattern.replace(/\{(yyyy|yy|mm|dd)\}/g, (_whole, part: string) => parts[part]!)
}

export const numbered = (dated: string, number: number): string => dated.replace(/\{(n+)\}/, (_whole, letters: string) => String(number).padStart(letters.length, '0'))

/** Finds the number in a text of that pattern, as its one group; the same in JavaScript and PostgreSQL. More than 15 digits were not given by us. */
export function numberSearch(dated: string): string {
  const [before = '', after = ''] = dated.split(/\{n+\}/).map((text) => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'))
  return `^${before}([0-9]{1,15})${after}$`
}

/** Numbers start again from 1 whenever this changes: '2026', '2026-03', or '' for one line of numbers for ever. */
export function numberPeriod(pattern: string, day: string): string {
  return pattern.includes('{dd}') ? day : pattern.includes('{mm}') ? day.slice(0, 7) : /\{yy(yy)?\}/.test(pattern) ? day.slice(0, 4) : ''
}

/** Exactly one number in it, and no other braces. */
export function isNumberPattern(pattern: string): boolean {
  return (pattern.match(/\{n+\}/g)?.length ?? 0) === 1 && pattern.length <= 60 && !/[{}]/.test(pattern.replace(/\{(n+|yyyy|yy|mm|dd)\}/g, ''))
}

/** Numbers begun again each month need the year beside it, or those of a year ago would come again. */
export const repeatsNumbers = (pattern: string): boolean =>
  (pattern.includes('{mm}') && !/\{yy(yy)?\}/.test(pattern)) || (pattern.includes('{dd}') && !pattern.includes('{mm}'))
