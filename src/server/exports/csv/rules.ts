import type { Language } from '../../../contract/text.ts'

/** Spreadsheets of Polish users expect semicolons, since their decimal sign is the comma. */
export const separatorOf = (language: Language): string => (language === 'pl' ? ';' : ',')

/** A signed number with its currency, unit or percent sign, or several phones: nothing in it can be computed or called. */
const figures = /^[+-](?:[A-Z]{0,3}[$€£¥]|[A-Z]{3}[ \u00a0])?[\d\s().,;+\u00a0\u202f-]*\d[)\d]*[ \u00a0]?(?:%|[\p{L}$€£¥]{1,4}\.?)?$/u
const arithmetic = /\d[ \u00a0\u202f]*[+-]/

/**
 * A text that a spreadsheet would run as a formula gets an apostrophe in front (OWASP CSV injection). Numbers, amounts and phones
 * that begin with a sign are no formulas and stay as they are.
 */
export function neutral(text: string): string {
  if (!/^[=+\-@\t\r]/.test(text)) return text
  return figures.test(text) && !arithmetic.test(text) ? text : `'${text}`
}

/** One line of CSV (RFC 4180), formulas neutral, with its end of line. */
export function csvLine(cells: readonly string[], language: Language): string {
  const separator = separatorOf(language)
  const quoted = cells.map((cell) => {
    const text = neutral(cell)
    return text.includes(separator) || /["\r\n]/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text
  })
  return `${quoted.join(separator)}\r\n`
}
