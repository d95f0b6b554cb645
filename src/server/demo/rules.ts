import type { Values } from '../../contract/definition.ts'
import * as texts from './texts.ts'

/**
 * The invented customers, each made from its number alone: the same at every run and at every scale.
 * Nothing here reads a clock; `today` is given.
 */
export interface Dice {
  whole(below: number): number
  pick<T>(from: readonly T[]): T
  chance(share: number): boolean
}

/** Mulberry32 started from a number and a topic, so that each thing has its own dice. */
export function diceFor(topic: number, index: number): Dice {
  let state = (Math.imul(index + 1, 0x9e3779b1) ^ Math.imul(topic + 7, 0x85ebca6b)) >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const whole = (below: number) => Math.floor(next() * below)
  return { whole, pick: (from) => from[whole(from.length)]!, chance: (share) => next() < share }
}

const weighed = (digits: string, weights: readonly number[]) => weights.reduce((sum, weight, place) => sum + weight * Number(digits[place]), 0)
const nipWeights = [6, 5, 7, 2, 3, 4, 5, 6, 7]
const regonWeights = [8, 9, 2, 3, 4, 5, 6, 7]

/** The index-th tax number with a right check digit; each index another one. */
export function nipOf(index: number): string {
  // Nine digits that differ with every index; where the check digit would be 10 the number does not exist, so the next is tried.
  for (let salt = 0; ; salt++) {
    const body = String(100_000_000 + ((index * 97 + salt * 13 + 1_234_567) % 899_999_999))
    const check = weighed(body, nipWeights) % 11
    if (check < 10 && body[0] !== '0') return body + check
  }
}

export function regonOf(index: number): string {
  const body = String(10_000_000 + ((index * 89 + 765_432) % 89_999_999))
  return body + ((weighed(body, regonWeights) % 11) % 10)
}

const asciiOf = (text: string) =>
  text.toLowerCase().replaceAll('ł', 'l').replaceAll('ß', 'ss').normalize('NFD').replace(/[^a-z0-9]+/g, '')

const daysBack = (today: string, days: number) => new Date(Date.parse(`${today}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10)
export const historyDays = 730

export interface DemoRecord {
  values: Values
  /** Days before today when it was made. */
  age: number
}

/** In each dozen the first is a head office that the sixth and seventh are branches of; the eighth is below the seventh. */
export function parentIndex(index: number): number | null {
  const place = index % 12
  if (place === 5 || place === 6) return index - place
  return place === 7 ? index - 1 : null
}

const isAbroad = (index: number) => index % 17 === 9

function companyName(index: number, dice: Dice): { name: string; short: string } {
  if (isAbroad(index)) {
    const country = texts.citiesAbroad[index % texts.citiesAbroad.length]![1]
    const short = dice.pick(texts.stemsAbroad[country]!)
    return { name: `${short} ${dice.pick(texts.formsAbroad[country]!)}`, short }
  }
  const surname = dice.pick(texts.lastNames)
  if (dice.chance(0.12)) {
    const short = `${dice.pick(texts.cities)[0]} ${dice.pick(texts.kinds)}`
    return { name: `${short} ${dice.pick(texts.forms)}`, short }
  }
  const short = dice.pick(texts.stems) + dice.pick(texts.endings)
  return { name: `${short} ${surname} ${dice.pick(texts.forms)}`, short }
}

/** All territories in one row: each followed by its regions. */
export const territoryRows = texts.territories.flatMap(({ name, regions }, part) => [{ name, region: null, part }, ...regions.map(([region, called]) => ({ name: called, region, part }))])
export const partIndex = (part: number): number => territoryRows.findIndex((row) => row.part === part)

/** Where a company of this region lies; what lies in no region of the country is abroad. */
export function territoryIndex(region: string): number {
  const at = territoryRows.findIndex((row) => row.region === region)
  return at >= 0 ? at : partIndex(texts.territories.length - 1)
}

/** Leads and assistants work in the whole of their department's part, each of its sellers in some of its regions. */
export function territoriesOf(department: string, seller: number | null, sellers: number): number[] {
  const part = texts.territories.findIndex((one) => one.department === department)
  if (part < 0) return []
  const { regions } = texts.territories[part]!
  if (seller === null || regions.length === 0) return [partIndex(part)]
  return regions.flatMap(([region], at) => (at % sellers === seller ? [territoryIndex(region)] : []))
}

export interface Surroundings {
  today: string
  id(kind: 'company' | 'person' | 'group' | 'tag' | 'territory', index: number): string
  owners: readonly string[]
}

export function companyAt(index: number, around: Surroundings): DemoRecord {
  const dice = diceFor(1, index)
  const parent = parentIndex(index)
  const own = companyName(parent === null ? index : index - (index % 12), diceFor(2, parent === null ? index : index - (index % 12)))
  const place = addressAt(index, dice, parent === null && isAbroad(index))
  const branch = parent === null ? null : `${own.short} ${texts.labels.branch} ${place.city}`
  const role = dice.whole(100)
  const roles = [role < 55 ? 'customer' : role < 75 ? 'prospect' : role < 83 ? 'partner' : role < 88 ? 'distributor' : role < 94 ? 'supplier' : role < 96 ? 'competitor' : 'formerCustomer']
  const buys = roles.some((one) => one === 'customer' || one === 'distributor' || one === 'partner')
  const domain = `${asciiOf(own.short).slice(0, 24)}${index}.example.${place.country === 'PL' ? 'pl' : 'com'}`
  const age = 1 + dice.whole(historyDays - 1)
  return {
    age,
    values: {
      name: branch ?? own.name,
      shortName: own.short,
      roles: dice.chance(0.08) && !roles.includes('supplier') ? [...roles, 'supplier'] : roles,
      nip: place.country === 'PL' && parent === null ? nipOf(index) : null,
      regon: place.country === 'PL' && dice.chance(0.8) ? regonOf(index) : null,
      externalId: `K${String(index + 1).padStart(7, '0')}`,
      group: around.id('group', dice.whole(texts.groups.length)),
      industry: dice.pick(['agriculture', 'food', 'construction', 'installations', 'machinery', 'chemistry', 'energy', 'wood', 'transport', 'trade', 'services', 'public']),
      region: place.region,
      territory: around.id('territory', territoryIndex(place.region)),
      addresses: [{ kind: 'seat', ...place.address }, ...(dice.chance(0.2) ? [{ kind: 'delivery', ...addressAt(index + 5_000_000, dice, false).address }] : [])],
      phones: [{ kind: 'main', value: phoneAt(dice, place.dial) }, ...(dice.chance(0.3) ? [{ kind: 'mobile', value: phoneAt(dice, '') }] : [])],
      mails: [{ kind: 'main', value: `biuro@${domain}` }, ...(dice.chance(0.25) ? [{ kind: 'invoice', value: `faktury@${domain}` }] : [])],
      website: `https://www.${domain}`,
      parent: parent === null ? null : around.id('company', parent),
      turnover: buys ? { amount: `${(dice.whole(90) ** 2 * 400 + dice.whole(40_000)) + 900}.${String(dice.whole(100)).padStart(2, '0')}`, currency: place.country === 'PL' ? 'PLN' : 'EUR' } : null,
      employees: String(3 + dice.whole(20) ** 2),
      customerSince: buys ? daysBack(around.today, age + dice.whole(2_000)) : null,
      lastSaleOn: buys ? daysBack(around.today, dice.whole(Math.max(2, Math.min(age, 400)))) : null,
      tags: dice.chance(0.35) ? [around.id('tag', dice.whole(texts.tags.length))] : null,
      owner: around.owners.length === 0 ? null : dice.pick(around.owners),
    },
  }
}

function addressAt(index: number, dice: Dice, abroad: boolean) {
  const building = `${1 + dice.whole(180)}${dice.chance(0.2) ? dice.pick(['A', 'B', '/2', '/14']) : ''}`
  if (abroad) {
    const [city, country, dial, postal] = texts.citiesAbroad[index % texts.citiesAbroad.length]!
    const address = { street: dice.pick(texts.streetsAbroad), building, postalCode: postal + String(dice.whole(90) + 10), city, country }
    return { city, country, dial, region: 'abroad', address }
  }
  const [city, region, postal] = dice.pick(texts.cities)
  const address = { street: dice.pick(texts.streets), building, postalCode: `${postal}-${String(100 + dice.whole(800))}`, city, country: 'PL' }
  return { city, country: 'PL', dial: '', region, address }
}

/** Digits of a landline behind its dialling code, where they are not six. */
const localDigits: Readonly<Record<string, number>> = { '+4212': 8, '+42155': 7, '+3705': 7, '+361': 7 }

/** Polish mobile numbers, or a landline abroad. */
function phoneAt(dice: Dice, dial: string): string {
  const digits = dial === '' ? 6 : (localDigits[dial] ?? 6)
  const local = String(10 ** (digits - 1) * 2 + dice.whole(10 ** (digits - 1) * 7))
  return dial === '' ? `+48${dice.pick(['501', '502', '503', '601', '602', '603', '660', '691', '781', '888'])}${local}` : dial + local
}

export function personAt(index: number, companies: number, around: Surroundings): DemoRecord {
  const dice = diceFor(3, index)
  const company = index < companies ? index : dice.whole(companies)
  const abroad = parentIndex(company) === null && isAbroad(company)
  const firstName = dice.pick(abroad ? texts.firstNamesAbroad : texts.firstNames)
  const lastName = dice.pick(abroad ? texts.lastNamesAbroad : texts.lastNames)
  const companyRecord = companyAt(company, around)
  return {
    age: Math.max(1, companyRecord.age - dice.whole(60)),
    values: {
      firstName, lastName,
      company: around.id('company', company),
      position: dice.pick(texts.positions),
      phones: dice.chance(0.85) ? [{ kind: 'mobile', value: phoneAt(dice, '') }] : null,
      mails: dice.chance(0.8) ? [{ kind: 'work', value: `${asciiOf(firstName)}.${asciiOf(lastName)}${index}@${asciiOf(String(companyRecord.values.shortName)).slice(0, 24)}.example.com` }] : null,
      externalId: `O${String(index + 1).padStart(7, '0')}`,
      owner: companyRecord.values.owner,
    },
  }
}

/** About what each was worth in złoty, and by how much its months differ. */
const usualRates = [['EUR', 4.25, 0.08], ['USD', 3.75, 0.25], ['GBP', 4.95, 0.15], ['CHF', 4.55, 0.12], ['CZK', 0.172, 0.005]] as const

/** Of the first day of each month of the two years before today. */
export function ratesUntil(today: string): Values[] {
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))]
  const months = Array.from({ length: historyDays / 365 * 12 + 1 }, (_, back) => new Date(Date.UTC(year, month - 1 - back, 1)).toISOString().slice(0, 10))
  return usualRates.flatMap(([currency, usual, spread], topic) =>
    months.map((on) => ({ currency, on, rate: (usual + spread * (diceFor(40 + topic, Date.parse(on) / 86_400_000).whole(2_001) / 1_000 - 1)).toFixed(4) })),
  )
}
