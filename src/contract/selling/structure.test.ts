import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { chosenInstead, chosenParts, configure, type Choices, type Structure, type StructureComponent, type StructurePrices, type StructureProduct, type StructureRule } from './structure.ts'

const product = (id: string, values: Partial<StructureProduct> = {}): StructureProduct => ({ id, code: id, name: id, unit: 'pcs', vatRate: '23', priceOf: 'own', ...values })
const component = (id: string, values: Partial<StructureComponent> = {}): StructureComponent => {
  const [whole = '', part = ''] = id.split('>')
  return { id, whole, part, kind: 'required', choiceGroup: null, quantity: '1', minQuantity: null, maxQuantity: null, chosen: false, included: false, ...values }
}
const rule = (kind: StructureRule['kind'], part: string, other: string, values: Partial<StructureRule> = {}): StructureRule => ({ id: `${part}-${other}`, whole: 'line', part, kind, other, message: null, ...values })
const pln = (amounts: Record<string, string | [string, string][]>, components: Record<string, string | null> = {}): StructurePrices => ({
  currency: 'PLN', components,
  products: Object.fromEntries(Object.entries(amounts).map(([id, steps]) => [id, (typeof steps === 'string' ? [['0', steps] as [string, string]] : steps).map(([from, amount]) => ({ from, amount }))])),
})

/** A packing line of a robot cell, which holds a gripper; a conveyor with another drive; a fence or none. */
const line: Structure = {
  product: 'line',
  products: Object.fromEntries([product('line', { priceOf: 'sum' }), product('cell', { priceOf: 'sum' }), product('robot'), product('gripper'), product('vacuum'), product('belt'), product('slow'), product('fast'), product('fence'), product('scanner'), product('training')].map((one) => [one.id, one])),
  components: [
    component('line>cell', { quantity: '2', minQuantity: '1', maxQuantity: '4' }),
    component('line>belt', { quantity: '6.5' }),
    component('line>slow', { kind: 'alternative', choiceGroup: 'Napęd', chosen: true }),
    component('line>fast', { kind: 'alternative', choiceGroup: 'Napęd' }),
    component('line>fence', { kind: 'exclusive', choiceGroup: 'Ochrona' }),
    component('line>scanner', { kind: 'exclusive', choiceGroup: 'Ochrona' }),
    component('line>training', { kind: 'optional', included: true }),
    component('cell>robot'),
    component('cell>gripper', { kind: 'alternative', choiceGroup: 'Chwytak', chosen: true, quantity: '3' }),
    component('cell>vacuum', { kind: 'alternative', choiceGroup: 'Chwytak' }),
  ],
  rules: [],
}
const prices = pln({ robot: '100000', gripper: '1500.50', vacuum: '4000', belt: '333.33', slow: '900', fast: '1600', fence: '5000', scanner: '7000', training: '2500' })
const inLine = (choices: Choices = {}, more: Partial<{ structure: Partial<Structure>; prices: StructurePrices; quantity: string }> = {}) =>
  configure({ ...line, ...more.structure }, { choices, prices: more.prices ?? prices, ...(more.quantity === undefined ? {} : { quantity: more.quantity }) })
const said = ({ faults }: { faults: { code: string; field?: string }[] }) => faults.map(({ code, field }) => `${field} ${code}`)

test('a structure as it is at first has its required parts and what is chosen in it, three levels down', () => {
  const configured = inLine()
  assert.deepEqual(chosenParts(configured).map(({ key, quantity, total, unitPrice, amount, level }) => [key, quantity, total, unitPrice, amount, level]), [
    ['line>cell', '2', '2', '104501.50', '209003.00', 0],
    ['line>cell/cell>robot', '1', '2', '100000.00', '100000.00', 1],
    ['line>cell/cell>gripper', '3', '6', '1500.50', '4501.50', 1],
    // 6.5 × 333.33 = 2166.645.
    ['line>belt', '6.5', '6.5', '333.33', '2166.65', 0],
    ['line>slow', '1', '1', '900.00', '900.00', 0],
  ])
  assert.deepEqual([configured.price, configured.faults, configured.unpriced, configured.cost], ['212069.65', [], [], null])
})

test('what is taken instead of another puts that away, at whatever depth', () => {
  const fast = chosenInstead({}, inLine(), { key: 'line>fast', quantity: '1' })
  const vacuum = chosenInstead(fast, inLine(fast), { key: 'line>cell/cell>vacuum', quantity: '1' })
  const configured = inLine(vacuum)
  assert.deepEqual(vacuum, { 'line>slow': '0', 'line>fast': '1', 'line>cell/cell>gripper': '0', 'line>cell/cell>vacuum': '1' })
  assert.deepEqual([configured.price, said(configured)], ['211766.65', []])
  assert.deepEqual(chosenInstead({}, inLine(), { key: 'no such part', quantity: '1' }), {})
})

test('what is not chosen says what it would cost, and costs nothing', () => {
  const scanner = inLine().parts.find(({ key }) => key === 'line>scanner')!
  assert.deepEqual([scanner.isChosen, scanner.unitPrice, scanner.amount], [false, '7000.00', '7000.00'])
})

test('an included part is shown with its price and adds nothing', () => {
  const configured = inLine({ 'line>training': '1' })
  assert.deepEqual([configured.price, chosenParts(configured).at(-1)!.isIncluded, chosenParts(configured).at(-1)!.amount], ['212069.65', true, '2500.00'])
})

test('a whole with a price of its own holds its required parts; what is chosen besides adds to it', () => {
  const own = { structure: { products: { ...line.products, cell: product('cell') } }, prices: { ...prices, products: { ...prices.products, cell: [{ from: '0', amount: '90000' }] } } }
  // 2 × (90 000 + 3 × 1 500.50) + belt and drive.
  assert.equal(inLine({}, own).price, '192069.65')
  const within = { prices: { ...prices, components: { 'line>cell': '80000' } } }
  assert.equal(inLine({}, within).price, '172069.65')
  assert.deepEqual(inLine({}, { prices: { ...prices, components: { 'line>belt': '1', 'line>slow': null } } }).unpriced, ['line>slow'])
})

test('scale prices follow how much is bought of a part in all the wholes together', () => {
  const stepped = { ...prices, products: { ...prices.products, gripper: [{ from: '0', amount: '1500' }, { from: '10', amount: '1000' }] } }
  const gripper = (quantity: string) => inLine({}, { prices: stepped, quantity }).parts.find(({ key }) => key === 'line>cell/cell>gripper')!
  assert.deepEqual([gripper('1').unitPrice, gripper('1').total], ['1500.00', '6'])
  assert.deepEqual([gripper('2').unitPrice, gripper('2').total], ['1000.00', '12'])
})

test('costs are counted only where they are known: a part’s own, else that of its parts', () => {
  const costs = { robot: '70000', gripper: '1000', belt: '200', slow: '500', line: null, cell: null }
  assert.equal(inLine({}, { prices: { ...prices, costs } }).cost, '147800.00')
  // Required parts are in a whole's own cost, chosen ones are not.
  assert.equal(inLine({}, { prices: { ...prices, costs: { ...costs, cell: '60000' } } }).cost, '127800.00')
  assert.equal(inLine({}, { prices: { ...prices, costs: {} } }).cost, null)
})

const faulty: { name: string; choices?: Choices; rules?: StructureRule[]; faults: string[] }[] = [
  { name: 'no alternative chosen', choices: { 'line>slow': '0' }, faults: ['line>slow structure.choice_missing'] },
  { name: 'two alternatives', choices: { 'line>fast': '1' }, faults: ['line>fast structure.choice_doubled'] },
  { name: 'two that exclude each other', choices: { 'line>fence': '1', 'line>scanner': '1' }, faults: ['line>scanner structure.choice_doubled'] },
  { name: 'one of those that exclude each other', choices: { 'line>fence': '1' }, faults: [] },
  { name: 'none, three levels down', choices: { 'line>cell/cell>gripper': '0' }, faults: ['line>cell/cell>gripper structure.choice_missing'] },
  { name: 'too few', choices: { 'line>cell': '0.5' }, faults: ['line>cell structure.too_few'] },
  { name: 'too many', choices: { 'line>cell': '5' }, faults: ['line>cell structure.too_many'] },
  { name: 'less than nothing', choices: { 'line>cell': '-1' }, faults: ['line>cell structure.quantity'] },
  { name: 'nothing of what is required', choices: { 'line>belt': '0' }, faults: ['line>belt structure.quantity'] },
  { name: 'words for a quantity', choices: { 'line>belt': 'sześć' }, faults: ['line>belt structure.quantity'] },
  { name: 'a part that needs another', choices: { 'line>fence': '1' }, rules: [rule('needs', 'fence', 'scanner')], faults: ['line>fence structure.needs'] },
  { name: 'a part deeper down that is needed and there', rules: [rule('needs', 'belt', 'gripper')], faults: [] },
  { name: 'a rule of what was not chosen', rules: [rule('needs', 'fence', 'scanner'), rule('excludes', 'fast', 'slow')], faults: [] },
  { name: 'a part that excludes one deeper down', rules: [rule('excludes', 'slow', 'gripper')], faults: ['line>slow structure.excludes'] },
  { name: 'a rule of a part’s own structure', rules: [rule('excludes', 'robot', 'gripper', { whole: 'cell' })], faults: ['line>cell/cell>robot structure.excludes'] },
]
for (const { name, choices = {}, rules = [], faults } of faulty) {
  test(`faults of a configuration: ${name}`, () => assert.deepEqual(said(inLine(choices, { structure: { rules } })), faults))
}

test('a broken rule names both parts, and says what its author would have said', () => {
  const [plain] = inLine({}, { structure: { rules: [rule('excludes', 'slow', 'gripper')] } }).faults
  assert.deepEqual(plain!.values, { part: 'slow', other: 'gripper', message: null })
  const [said] = inLine({}, { structure: { rules: [rule('needs', 'slow', 'fence', { message: 'Bez ogrodzenia nie wolno' })] } }).faults
  assert.match(said!.text.pl, /^\{message\}/)
})

test('what is below a part that was not chosen is neither counted nor at fault', () => {
  const optional = line.components.map((one) => (one.id === 'line>cell' ? { ...one, kind: 'optional' as const } : one))
  const configured = inLine({ 'line>cell/cell>gripper': '0' }, { structure: { components: optional } })
  assert.deepEqual([configured.price, configured.faults, chosenParts(configured).length], ['3066.65', [], 2])
})

test('a structure that contains itself ends where it begins again', () => {
  const looped: Structure = { product: 'a', products: { a: product('a', { priceOf: 'sum' }), b: product('b', { priceOf: 'sum' }) }, components: [component('a>b'), component('b>a')], rules: [] }
  assert.deepEqual(configure(looped, { choices: {}, prices: pln({ b: '7' }) }).price, '7.00')
})

/** Trees of up to four levels with prices finer than a grosz. */
const amount = fc.integer({ min: 0, max: 99_999_999 }).map((cents) => `${Math.floor(cents / 1000)}.${String(cents % 1000).padStart(3, '0')}`)
const quantity = fc.integer({ min: 1, max: 30_000 }).map((thousandths) => String(thousandths / 1000))
const structures = fc.array(fc.record({ above: fc.nat(), kind: fc.constantFrom('required', 'optional', 'alternative', 'exclusive' as const), quantity, amount, chosen: fc.boolean(), isOwn: fc.boolean(), included: fc.boolean() }), { minLength: 1, maxLength: 40 }).map((parts) => {
  const ids = parts.map((_, at) => `p${at}`)
  const products = [product('p', { priceOf: 'sum' }), ...parts.map(({ isOwn }, at) => product(ids[at]!, { priceOf: isOwn ? 'own' : 'sum' }))]
  const components = parts.map((part, at) => component(`${part.above % (at + 1) === 0 ? 'p' : ids[(part.above % (at + 1)) - 1]}>${ids[at]}`, { kind: part.kind as 'required', choiceGroup: 'g', quantity: part.quantity, chosen: part.chosen, included: part.included }))
  const structure: Structure = { product: 'p', products: Object.fromEntries(products.map((one) => [one.id, one])), components, rules: [] }
  return { structure, prices: pln(Object.fromEntries(parts.map((part, at) => [ids[at]!, part.amount]))) }
})
const coins = (text: string): bigint => BigInt(text.replace('.', ''))

test('the price of the whole is the sum of the chosen parts that are paid for, to the grosz, whatever the tree', () => {
  fc.assert(fc.property(structures, fc.boolean(), ({ structure, prices }, isAlone) => {
    const configured = configure(structure, { choices: {}, prices, quantity: isAlone ? '1' : '3.5' })
    const paid = chosenParts(configured).filter(({ level, isIncluded }) => level === 0 && !isIncluded)
    assert.equal(coins(configured.price), paid.reduce((sum, part) => sum + coins(part.amount ?? '0'), 0n))
    for (const whole of chosenParts(configured).filter(({ product, hasParts }) => product.priceOf === 'sum' && hasParts)) {
      const parts = chosenParts(configured).filter(({ parent, isIncluded }) => parent === whole.key && !isIncluded)
      assert.equal(coins(whole.unitPrice!), parts.reduce((sum, part) => sum + coins(part.amount ?? '0'), 0n), whole.key)
    }
  }), { numRuns: 300 })
})

test('whoever chooses one after another never has two of one group', () => {
  fc.assert(fc.property(structures, fc.array(fc.nat(), { maxLength: 20 }), ({ structure, prices }, picks) => {
    let choices: Choices = Object.fromEntries(configure(structure, { choices: {}, prices }).parts.map(({ key, component: { kind } }) => [key, kind === 'required' ? '1' : '0']))
    for (const pick of picks) {
      const configured = configure(structure, { choices, prices })
      choices = chosenInstead(choices, configured, { key: configured.parts[pick % configured.parts.length]!.key, quantity: '1' })
    }
    assert.deepEqual(configure(structure, { choices, prices }).faults.filter(({ code }) => code !== 'structure.choice_missing'), [])
  }), { numRuns: 100 })
})
