/** Numbers and amounts of money as people write them: 10 000 · 1.5 · 1,5 · 2.5M · 10 000 PLN · 10 zł · $5. */
import type { Node } from './language.ts'
import { limits } from './limits.ts'
import { isSign, peek, placeFrom, seen, take, type Reader } from './reader.ts'
import { fault } from './texts.ts'
import type { Token } from './tokens.ts'

const signs: ReadonlyMap<string, string> = new Map([['$', 'USD'], ['€', 'EUR'], ['£', 'GBP'], ['zł', 'PLN']])
const powers: Readonly<Record<string, number>> = { '': 0, k: 3, K: 3, M: 6 }

export function numberLiteral(reader: Reader): Node {
  const start = peek(reader)
  const before = isSign(start, '$', '€', '£') ? signs.get(take(reader).text) : undefined
  const token = take(reader)
  if (token.kind !== 'number') fault('expected_value', token, seen(token))
  const { digits, suffix } = withDecimalComma(reader, token)
  const value = multiplied(digits, powers[suffix]!)
  const [whole, decimals = ''] = value.split('.') as [string, string?]
  if (whole.length > limits.wholeDigits || decimals.length > limits.decimalDigits) {
    fault('number_digits', token, { whole: limits.wholeDigits, decimals: limits.decimalDigits })
  }
  const currency = before ?? currencyAfter(reader)
  const place = placeFrom(reader, start)
  return currency === undefined ? { kind: 'number', value, ...place } : { kind: 'money', amount: value, currency, ...place }
}

function withDecimalComma(reader: Reader, token: Token & { kind: 'number' }): { digits: string; suffix: string } {
  const comma = peek(reader)
  const tail = peek(reader, 1)
  const touching = comma.at === token.at + token.length && tail.at === comma.at + 1
  const decimal = !reader.commaDivides && isSign(comma, ',') && touching && tail.kind === 'number' && tail.digitsOnly && token.suffix === '' && !token.value.includes('.')
  if (!decimal) return { digits: token.value, suffix: token.suffix }
  reader.next += 2
  return { digits: `${token.value}.${tail.value}`, suffix: tail.suffix }
}

function currencyAfter(reader: Reader): string | undefined {
  const token = peek(reader)
  const isCode = token.kind === 'name' && /^[A-Z]{3}$/.test(token.text) && !['AND', 'HAS', 'NOT'].includes(token.text)
  const currency = isCode ? token.text : signs.get(token.text)
  if (currency !== undefined) take(reader)
  return currency
}

/** '007.50' and 3 → '7500': canonical digits, never through floating point. */
function multiplied(digits: string, power: number): string {
  const [whole, fraction = ''] = digits.split('.') as [string, string?]
  const moved = fraction.padEnd(power, '0')
  const head = (whole + moved.slice(0, power)).replace(/^0+(?=\d)/, '')
  const tail = moved.slice(power).replace(/0+$/, '')
  return tail === '' ? head : `${head}.${tail}`
}
