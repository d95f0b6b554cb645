import type { Language } from '../../../contract/text.ts'

/** Spreadsheets of Polish users expect semicolons, since their decimal sign is the comma. */
export const separatorOf = (language: Language): string => (language === 'pl' ? ';' : ',')

/**
 * A text that a spreadsheet would run as a formula gets an apostrophe in front (OWASP CSV injection). Numbers and phones that begin
 * with a sign are no formulas and stay as they are.
 */
export function neutral(text: string): string {
  if (!/^[=+\-@\t\r]/.test(text)) return text
  return /^[+-]?[\d\s().,\u00a0\u202f-]+$/.test(text) ? text : `'${text}`
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
