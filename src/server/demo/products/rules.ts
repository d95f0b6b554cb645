/** The catalogue of the invented firm, the same at every run. */
import type { Values } from '../../../contract/definition.ts'
import type { Dice } from '../rules.ts'
import { families, groups, machines, type Machine } from './texts.ts'

type Id = (kind: string, index: number) => string

const round = (amount: number): string => (amount < 100 ? amount.toFixed(2) : String(amount < 5_000 ? Math.round(amount / 5) * 5 : Math.round(amount / 50) * 50))
const pln = (amount: string) => ({ amount, currency: 'PLN' })

/** GTIN-13 of a Polish maker, with its check digit. */
export function eanAt(index: number): string {
  const digits = `5906742${String(index + 1).padStart(5, '0')}`
  const sum = [...digits].reduce((all, digit, at) => all + Number(digit) * (at % 2 === 0 ? 1 : 3), 0)
  return `${digits}${(10 - (sum % 10)) % 10}`
}

export const groupRows = (id: Id): Values[] => groups.map(({ code, name, parent }, at) => ({ id: id('productGroup', at), code, name, ...(parent === undefined ? {} : { parent: groupId(id, parent) }) }))
const groupId = (id: Id, code: string): string => id('productGroup', groups.findIndex((group) => group.code === code))

const plain = families.flatMap((family) => family.sizes.map((size, at) => ({ family, code: `${family.code}-${size}`, size, price: Number(round(family.price * family.step ** at)) })))
export const codes: readonly string[] = [...plain.map(({ code }) => code), ...machines.map(({ code }) => code)]
export const productId = (id: Id, code: string): string => id('product', codes.indexOf(code))

/** What is bought and sold as it is: with cost, stock and lead time where it is goods. */
export function productRows(id: Id, { dice, stockAt }: { dice: Dice; stockAt: string }): Values[] {
  return plain.map(({ family, code, size, price }, at) => {
    const isGoods = family.kind === undefined
    return {
      id: id('product', at), code, name: `${family.name.pl} ${size}`, foreignName: `${family.name.en} ${size}`, group: groupId(id, family.group), kind: family.kind ?? 'goods', unit: family.unit ?? 'pcs', vatRate: '23',
      price: pln(round(price)), cost: pln(round(price * ((58 + dice.whole(16)) / 100))), active: true,
      ...(isGoods ? { ean: eanAt(at), stock: String(dice.whole(price > 20_000 ? 4 : price > 1_000 ? 40 : 900)), stockAt, leadTime: String(price > 20_000 ? 42 + dice.whole(40) : 3 + dice.whole(18)), leadTimeAt: stockAt } : {}),
    }
  })
}

export const machineRows = (id: Id): Values[] =>
  machines.map(({ code, group, name, price }) => ({
    id: productId(id, code), code, name: name.pl, foreignName: name.en, group: groupId(id, group), kind: 'structure', unit: 'set', vatRate: '23', priceOf: price === undefined ? 'sum' : 'own', active: true, ...(price === undefined ? {} : { price: pln(price) }),
  }))

const numbered = <T>(of: (machine: Machine) => readonly T[]): { machine: Machine; one: T; at: number }[] => machines.flatMap((machine) => of(machine).map((one) => ({ machine, one }))).map((row, at) => ({ ...row, at }))

export const componentRows = (id: Id): Values[] =>
  numbered(({ parts }) => parts).map(({ machine, one: { part, ...rest }, at }) => ({ id: id('component', at), whole: productId(id, machine.code), part: productId(id, part), kind: 'required', quantity: '1', position: String(machine.parts.findIndex((other) => other.part === part) + 1), ...rest }))

export const ruleRows = (id: Id): Values[] =>
  numbered(({ rules = [] }) => rules).map(({ machine, one: { part, other, ...rest }, at }) => ({ id: id('componentRule', at), whole: productId(id, machine.code), part: productId(id, part), other: productId(id, other), ...rest }))

const listId = { domestic: 0, export: 1, dealers: 2 } as const
export const priceListId = (id: Id, list: keyof typeof listId): string => id('priceList', listId[list])

/** At home small things are cheaper by the dozen; abroad each thing has a round price in euro. */
export function priceRows(id: Id): Values[] {
  const goods = plain.filter(({ family }) => family.kind === undefined)
  const steps = (price: number): [string, number][] => (price < 1_000 ? [['0', 1], ['20', 0.94], ['100', 0.87]] : [['0', 1]])
  const domestic = goods.flatMap(({ code, price }) => steps(price).map(([fromQuantity, of]) => ({ priceList: priceListId(id, 'domestic'), product: productId(id, code), amount: pln(round(price * of * 1.02)), fromQuantity })))
  const abroad = [...plain.map(({ code, price }) => ({ code, price })), ...machines.flatMap(({ code, price }) => (price === undefined ? [] : [{ code, price: Number(price) }]))]
    .map(({ code, price }) => ({ priceList: priceListId(id, 'export'), product: productId(id, code), amount: { amount: round((price * 1.06) / 4.25), currency: 'EUR' }, fromQuantity: '0' }))
  return [...domestic, ...abroad].map((row, at) => ({ id: id('price', at), ...row }))
}

/** A page with a title, as small as PDF lets it be. */
export function pageOf(title: string): Uint8Array {
  const text = title.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ł', 'l').replaceAll('Ł', 'L').replace(/[^ -~]/g, ' ').replace(/[()\\]/g, ' ')
  const stream = `BT /F1 22 Tf 60 760 Td (${text}) Tj ET`
  const objects = ['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[3 0 R]/Count 1>>', '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>', `<</Length ${stream.length}>>\nstream\n${stream}\nendstream`, '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>']
  const starts: number[] = []
  let file = '%PDF-1.4\n'
  for (const [at, body] of objects.entries()) {
    starts.push(file.length)
    file += `${at + 1} 0 obj\n${body}\nendobj\n`
  }
  const table = starts.map((start) => `${String(start).padStart(10, '0')} 00000 n \n`).join('')
  return new TextEncoder().encode(`${file}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${file.length}\n%%EOF\n`)
}
