/**
 * Numbers from a pattern: 'OF/{yyyy}/{nnnn}' → 'OF/2026/0042'. {n…} is the number, as many digits as letters at least;
 * {yyyy} {yy} {mm} {dd} are of the day. A number that outgrows its digits gets more of them.
 */
export function formatNumber(pattern: string, number: number, day: string): string {
  const [year = '', month = '', dayOfMonth = ''] = day.split('-')
  const parts: Readonly<Record<string, string>> = { yyyy: year, yy: year.slice(2), mm: month, dd: dayOfMonth }
  return pattern.replace(/\{(n+|yyyy|yy|mm|dd)\}/g, (_whole, part: string) => parts[part] ?? String(number).padStart(part.length, '0'))
}

/** Numbers start again from 1 whenever this changes: '2026', '2026-03', or '' for one line of numbers for ever. */
export function numberPeriod(pattern: string, day: string): string {
  return pattern.includes('{dd}') ? day : pattern.includes('{mm}') ? day.slice(0, 7) : /\{yy(yy)?\}/.test(pattern) ? day.slice(0, 4) : ''
}

/** Exactly one number in it, and no other braces. */
export function isNumberPattern(pattern: string): boolean {
  return (pattern.match(/\{n+\}/g)?.length ?? 0) === 1 && pattern.length <= 60 && !/[{}]/.test(pattern.replace(/\{(n+|yyyy|yy|mm|dd)\}/g, ''))
}
