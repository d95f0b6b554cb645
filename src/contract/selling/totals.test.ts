import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { totalsOf, type PricedDocument, type PricedLine } from './totals.ts'

const line = (id: string, values: Partial<PricedLine> = {}): PricedLine => ({
  id, section: null, parent: null, kind: 'item', choiceGroup: null, chosen: null, quantity: '1', unitPrice: '100', discount: null, discountValue: null, vatRate: '23', unitCost: null, ...values,
})
const document = (lines: PricedLine[], values: Partial<PricedDocument> = {}): PricedDocument => ({ currency: 'PLN', prices: 'net', vatBy: 'document', discount: null, discountValue: null, sections: [], lines, ...values })
const coins = (amount: string): bigint => BigInt(amount.replace('.', ''))

/** Quantity, price and rate of each line; what the document comes to. Worked out by hand. */
const vatCases: { name: string; prices: 'net' | 'gross'; vatBy: 'document' | 'line'; lines: [string, string, string][]; net: string; vat: string; gross: string }[] = [
  { name: 'one line', prices: 'net', vatBy: 'document', lines: [['1', '100', '23']], net: '100.00', vat: '23.00', gross: '123.00' },
  // 3 × 0.02 = 0.06 → 0.0138 → 0.01 in all; on each 0.0046 → 0.00.
  { name: 'small lines, on the sum', prices: 'net', vatBy: 'document', lines: [['1', '0.02', '23'], ['1', '0.02', '23'], ['1', '0.02', '23']], net: '0.06', vat: '0.01', gross: '0.07' },
  { name: 'small lines, on each', prices: 'net', vatBy: 'line', lines: [['1', '0.02', '23'], ['1', '0.02', '23'], ['1', '0.02', '23']], net: '0.06', vat: '0.00', gross: '0.06' },
  // 1.13 × 23 % = 0.2599 → 0.26 each, 0.78; 3.39 × 23 % = 0.7797 → 0.78. 1.15: 0.2645 → 0.26 each; 3.45 → 0.7935 → 0.79.
  { name: 'the two methods part by a grosz: on the sum', prices: 'net', vatBy: 'document', lines: [['1', '1.15', '23'], ['1', '1.15', '23'], ['1', '1.15', '23']], net: '3.45', vat: '0.79', gross: '4.24' },
  { name: 'the two methods part by a grosz: on each', prices: 'net', vatBy: 'line', lines: [['1', '1.15', '23'], ['1', '1.15', '23'], ['1', '1.15', '23']], net: '3.45', vat: '0.78', gross: '4.23' },
  { name: 'half a grosz goes up', prices: 'net', vatBy: 'document', lines: [['1', '0.50', '5']], net: '0.50', vat: '0.03', gross: '0.53' },
  { name: 'several rates', prices: 'net', vatBy: 'document', lines: [['2', '199.99', '23'], ['3', '12.35', '8'], ['1', '7.77', '5'], ['1', '50', '0']], net: '494.80', vat: '95.35', gross: '590.15' },
  { name: 'exempt, not subject and reverse charge bear none', prices: 'net', vatBy: 'document', lines: [['1', '100', 'zw'], ['1', '200', 'np'], ['1', '300', 'oo'], ['1', '10', '23']], net: '610.00', vat: '2.30', gross: '612.30' },
  // 123 × 23 / 123 = 23.
  { name: 'from gross', prices: 'gross', vatBy: 'document', lines: [['1', '123', '23']], net: '100.00', vat: '23.00', gross: '123.00' },
  // 3 × 9.99 = 29.97 × 23 / 123 = 5.6041… → 5.60; on each 1.8680… → 1.87, 5.61.
  { name: 'from gross on the sum', prices: 'gross', vatBy: 'document', lines: [['1', '9.99', '23'], ['1', '9.99', '23'], ['1', '9.99', '23']], net: '24.37', vat: '5.60', gross: '29.97' },
  { name: 'from gross on each', prices: 'gross', vatBy: 'line', lines: [['1', '9.99', '23'], ['1', '9.99', '23'], ['1', '9.99', '23']], net: '24.36', vat: '5.61', gross: '29.97' },
  { name: 'gross with several rates', prices: 'gross', vatBy: 'document', lines: [['1', '108', '8'], ['1', '105', '5'], ['1', '20', 'zw']], net: '220.00', vat: '13.00', gross: '233.00' },
  { name: 'thousandths of a unit and a price finer than a grosz', prices: 'net', vatBy: 'document', lines: [['1234.567', '0.0835', '23']], net: '103.09', vat: '23.71', gross: '126.80' },
  { name: 'amounts of fifteen digits', prices: 'net', vatBy: 'document', lines: [['1', '999999999999999.99', '23']], net: '999999999999999.99', vat: '230000000000000.00', gross: '1229999999999999.99' },
]

for (const { name, prices, vatBy, lines, ...expected } of vatCases) {
  test(`VAT of a document: ${name}`, () => {
    const totals = totalsOf(document(lines.map(([quantity, unitPrice, vatRate], at) => line(String(at), { quantity, unitPrice, vatRate })), { prices, vatBy }))
    assert.deepEqual({ net: totals.net, vat: totals.vat, gross: totals.gross }, expected)
  })
}

test('taxes are told per rate in the order of the act, those without tax too', () => {
  const totals = totalsOf(document([line('a', { vatRate: 'zw' }), line('b', { vatRate: '8' }), line('c'), line('d', { unitPrice: '0.10' })]))
  assert.deepEqual(totals.taxes, [
    { rate: '23', net: '100.10', vat: '23.02', gross: '123.12' }, { rate: '8', net: '100.00', vat: '8.00', gross: '108.00' }, { rate: 'zw', net: '100.00', vat: '0.00', gross: '100.00' },
  ])
})

test('a line loses its percentage and then its amount; a section and the whole take theirs of what is left', () => {
  const totals = totalsOf(document([line('a', { quantity: '10', discount: '10', discountValue: '50', section: 's' }), line('b', { section: 's' }), line('c')], {
    sections: [{ id: 's', discount: '5', discountValue: null }], discount: null, discountValue: '100',
  }))
  // 850 + 100 = 950, less 5 % = 902.50, and 100 = 1002.50, less 100 = 902.50.
  assert.deepEqual([totals.list, totals.net, totals.discountGiven], ['1200.00', '902.50', '24.79'])
  assert.equal(coins(totals.sections.s!.net) + coins(totals.lines.c!.net), coins(totals.net))
})

test('a discount larger than the sum takes what there is and no more', () => {
  const totals = totalsOf(document([line('a', { discountValue: '500' }), line('b')], { discountValue: '1000' }))
  assert.deepEqual([totals.net, totals.vat, totals.gross, totals.discountGiven], ['0.00', '0.00', '0.00', '100'])
})

test('options and alternatives count when chosen, and show their price when not', () => {
  const lines = [line('a'), line('o', { kind: 'optional', unitPrice: '40' }), line('x', { kind: 'alternative', choiceGroup: 'g', chosen: true, unitPrice: '10' }), line('y', { kind: 'alternative', choiceGroup: 'g', unitPrice: '20' })]
  const totals = totalsOf(document(lines, { discount: '10' }))
  assert.equal(totals.net, '99.00')
  assert.deepEqual([totals.lines.o!.counted, totals.lines.o!.net, totals.lines.y!.gross], [false, '36.00', '22.14'])
})

test('components are part of the price of their structure, and make up its cost where it has none of its own', () => {
  const lines = [line('machine', { quantity: '2', unitPrice: '1000' }), line('drive', { kind: 'component', parent: 'machine', quantity: '3', unitPrice: '50' }), line('bearing', { kind: 'component', parent: 'drive', quantity: '4', unitCost: '5' })]
  const totals = totalsOf(document(lines))
  assert.deepEqual([totals.net, totals.cost, totals.margin], ['2000.00', '120.00', '1880.00'])
  assert.equal(totals.lines.drive!.counted, false)
})

test('what belongs to an option that was not chosen is not in the sums either', () => {
  const lines = [line('a'), line('o', { kind: 'optional' }), line('under', { parent: 'o' })]
  assert.equal(totalsOf(document(lines)).net, '100.00')
  assert.equal(totalsOf(document(lines.map((each) => ({ ...each, chosen: true })))).net, '300.00')
})

test('lines that are each other’s parents end the computation', () => {
  assert.equal(totalsOf(document([line('a', { parent: 'b' }), line('b', { parent: 'a' })])).lines.a!.cost, null)
})

test('currencies without coins are rounded to whole ones', () => {
  assert.equal(totalsOf(document([line('a', { quantity: '3', unitPrice: '33.5' })], { currency: 'JPY' })).gross, '124')
})

test('margin is told of lines whose cost is known, and not at all where none is', () => {
  assert.equal(totalsOf(document([line('a')])).margin, null)
  assert.equal(totalsOf(document([line('a', { unitCost: '60', discount: '10' }), line('b')])).margin, '30.00')
})

const amount = fc.integer({ min: 0, max: 99_999_999 }).map((units) => (units / 100).toFixed(2))
const percent = fc.option(fc.integer({ min: 0, max: 10_000 }).map((units) => (units / 100).toFixed(2)), { nil: null })
const anyLine = fc.record({
  section: fc.constantFrom(null, 's', 't'), kind: fc.constantFrom('item', 'item', 'optional', 'alternative', 'component', 'text'), chosen: fc.boolean(), quantity: fc.integer({ min: 0, max: 99_999 }).map((units) => (units / 1000).toFixed(3)),
  unitPrice: amount, discount: percent, discountValue: fc.option(amount, { nil: null }), vatRate: fc.constantFrom('23', '8', '5', '0', 'zw', 'np', 'oo', null), unitCost: fc.option(amount, { nil: null }),
}) as fc.Arbitrary<Partial<PricedLine>>
const anyDocument = fc.record({
  prices: fc.constantFrom('net', 'gross'), vatBy: fc.constantFrom('document', 'line'), currency: fc.constantFrom('PLN', 'EUR', 'JPY', 'TND'), discount: percent, discountValue: fc.option(amount, { nil: null }),
  lines: fc.array(anyLine, { maxLength: 12 }).map((lines) => lines.map((values, at) => line(String(at), values))),
  sections: fc.tuple(percent, fc.option(amount, { nil: null }), percent).map(([s, value, t]) => [{ id: 's', discount: s, discountValue: value }, { id: 't', discount: t, discountValue: null }]),
}) as fc.Arbitrary<PricedDocument>

test('whatever the discounts: totals are the sums of lines, of sections, and of rates; gross is net and VAT; nothing is negative', () => {
  fc.assert(fc.property(anyDocument, (given) => {
    const totals = totalsOf(given)
    const counted = given.lines.map(({ id }) => totals.lines[id]!).filter((each) => each.counted)
    for (const part of ['net', 'vat', 'gross'] as const) {
      const sum = (of: readonly Record<typeof part, string>[]): bigint => of.reduce((all, each) => all + coins(each[part]), 0n)
      assert.equal(sum(counted), coins(totals[part]))
      assert.equal(sum(totals.taxes), coins(totals[part]))
      const loose = given.lines.filter(({ id, section }) => section === null && totals.lines[id]!.counted).map(({ id }) => totals.lines[id]!)
      assert.equal(sum(Object.values(totals.sections)) + sum(loose), coins(totals[part]))
    }
    for (const each of [totals, ...totals.taxes, ...Object.values(totals.lines)]) {
      assert.equal(coins(each.net) + coins(each.vat), coins(each.gross))
      assert.ok(coins(each.net) >= 0n && coins(each.vat) >= 0n)
    }
  }), { numRuns: 1000 })
})

test('whatever the discounts, tax on the sum is that of the rate’s sum to half a coin, and the discount told is between none and all', () => {
  fc.assert(fc.property(anyDocument, (given) => {
    const totals = totalsOf({ ...given, vatBy: 'document', prices: 'net' })
    for (const { rate, net, vat } of totals.taxes) {
      const exact = coins(net) * BigInt(/^\d+$/.test(rate) ? rate : '0')
      const off = exact - coins(vat) * 100n
      assert.ok(off >= -50n && off < 50n)
    }
    assert.ok(Number(totals.discountGiven) >= 0 && Number(totals.discountGiven) <= 100)
  }), { numRuns: 500 })
})

test('a document discount in percent is what one reads: the sum with it taken off, rounded once', () => {
  fc.assert(fc.property(fc.array(amount, { minLength: 1, maxLength: 20 }), fc.integer({ min: 0, max: 100 }), (prices, off) => {
    const totals = totalsOf(document(prices.map((unitPrice, at) => line(String(at), { unitPrice })), { discount: String(off) }))
    const sum = prices.reduce((all, price) => all + coins(price), 0n)
    assert.equal(coins(totals.net), (sum * BigInt(100 - off) * 2n + 100n) / 200n)
  }))
})
