/** Reference rates of the European Central Bank (eurofxref): how much of each currency one euro costs, every working day about four in the afternoon. */
import { dayNumber } from '../../../expression/calendar.ts'
import { acceptDecimal } from '../../../fields/decimals.ts'
import { unreadable, type DayQuotes } from '../fetching/rules.ts'

/** The newest day alone, the last ninety days, or all since 1999: the least that covers the span. */
export function requests(base: string, { from, until }: { from: string; until: string }): string[] {
  const days = dayNumber(until) - dayNumber(from) + 1
  return [`${base}/${days <= 1 ? 'eurofxref-daily.xml' : days <= 90 ? 'eurofxref-hist-90d.xml' : 'eurofxref-hist.xml'}`]
}

const dayStart = /<Cube\s+time=['"](\d{4}-\d{2}-\d{2})['"]\s*>/g
const rate = /<Cube\s+currency=['"]([A-Z]{3})['"]\s+rate=['"]([0-9.]+)['"]\s*\/>/g

/** Read by its two kinds of elements and not as XML: nothing that a document could define is ever followed. Throws Unreadable. */
export function quotes(text: string): DayQuotes[] {
  const starts = [...text.matchAll(dayStart)]
  if (starts.length === 0 || !/<\/(\w+:)?Envelope>\s*$/.test(text)) throw unreadable(text)
  return starts.map((start, at) => {
    const worth = new Map<string, string>([['EUR', '1']])
    for (const [, currency, perEuro] of text.slice(start.index, starts[at + 1]?.index).matchAll(rate)) {
      if (typeof acceptDecimal(perEuro, {}) !== 'string' || !(Number(perEuro) > 0)) throw unreadable(text)
      worth.set(currency!, perEuro!)
    }
    if (worth.size === 1) throw unreadable(text)
    return { on: start[1]!, perEuro: true as const, quoted: 'EUR', worth }
  })
}
