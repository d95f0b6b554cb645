/** Decimal numbers as text: exact, in one canonical form, never through floating point. */

/** '007.50' → '7.5', '-0.00' → '0'. Takes digits with an optional minus and point. */
export function plain(text: string): string {
  const negative = text.startsWith('-')
  const [whole = '', fraction = ''] = (negative ? text.slice(1) : text).split('.')
  const head = whole.replace(/^0+(?=\d)/, '') || '0'
  const tail = fraction.replace(/0+$/, '')
  const digits = tail === '' ? head : `${head}.${tail}`
  return negative && digits !== '0' ? `-${digits}` : digits
}

const minorUnits = new Map<string, number>()

/** How many digits after the point the currency's amounts have: PLN 2, JPY 0. */
export function minorUnitsOf(currency: string): number {
  let digits = minorUnits.get(currency)
  if (digits === undefined) {
    digits = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
    minorUnits.set(currency, digits)
  }
  return digits
}

/** An amount with at least its currency's digits after the point: '1234.5' PLN → '1234.50'; finer prices keep theirs. */
export function withMinorUnits(amount: string, currency: string): string {
  const [whole, fraction = ''] = plain(amount).split('.') as [string, string?]
  const padded = fraction.padEnd(minorUnitsOf(currency), '0')
  return padded === '' ? whole : `${whole}.${padded}`
}
