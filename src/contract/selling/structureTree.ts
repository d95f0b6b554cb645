/** A structure as a tree: each part at its place, in the quantity that was chosen or that it has at first. */
import { decimal, product as times, type Decimal } from './coins.ts'

export type ComponentKind = 'required' | 'optional' | 'alternative' | 'exclusive'

export interface StructureProduct {
  id: string
  code: string
  name: string
  unit: string
  vatRate: string
  /** sum: it costs what its chosen parts do. own: its price holds the required parts; what is chosen besides adds to it. */
  priceOf: 'own' | 'sum'
}

/** One part of one whole, wherever that whole is used. */
export interface StructureComponent {
  id: string
  whole: string
  part: string
  kind: ComponentKind
  /** Of alternatives with the same group one is chosen, of exclusive ones at most one. */
  choiceGroup: string | null
  /** Decimal strings; in one of the whole. */
  quantity: string
  minQuantity: string | null
  maxQuantity: string | null
  chosen: boolean
  /** It adds nothing to the price of the whole. */
  included: boolean
}

/** Within the whole, at any depth: whoever takes the part takes the other as well (needs), or does not (excludes). */
export interface StructureRule {
  id: string
  whole: string
  part: string
  kind: 'needs' | 'excludes'
  other: string
  message: string | null
}

/** A structure to any depth; each whole in it stands once, however often it is used. Components of a whole come in their order. */
export interface Structure {
  product: string
  products: Readonly<Record<string, StructureProduct>>
  components: readonly StructureComponent[]
  rules: readonly StructureRule[]
}

/** Quantities by the key of a part ('0': not taken); where there is none, as the structure has it at first. */
export type Choices = Readonly<Record<string, string>>

export interface Node {
  key: string
  component: StructureComponent | null
  product: StructureProduct
  parent: Node | null
  children: Node[]
  isTaken: boolean
  isChosen: boolean
  /** As typed, of what is taken; else what would be. */
  quantity: string
  /** In one of its parent; what is less than nothing is nothing. */
  each: Decimal
  /** In all the wholes. */
  total: Decimal
}

/** More parts than this nobody configures: a structure of structures of structures is cut here. */
export const mostParts = 5_000

export const isOneOf = ({ kind }: StructureComponent): boolean => kind === 'alternative' || kind === 'exclusive'

export function grown(structure: Structure, { choices, quantity }: { choices: Choices; quantity: string }): Node {
  const componentsOf = Map.groupBy(structure.components, ({ whole }) => whole)
  const root: Node = { key: '', component: null, product: structure.products[structure.product]!, parent: null, children: [], isTaken: true, isChosen: true, quantity, each: inFull(quantity), total: inFull(quantity) }
  const waiting = [root]
  let count = 0
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    for (const component of componentsOf.get(node.product.id) ?? []) {
      const product = structure.products[component.part]
      // What contains itself nobody can save; should it be there all the same, it ends here.
      if (product === undefined || isWithin(node, product.id) || ++count > mostParts) continue
      const child = nodeOf(component, { product, parent: node, choices })
      node.children.push(child)
      waiting.push(child)
    }
  }
  return root
}

function isWithin(node: Node | null, product: string): boolean {
  for (let above = node; above !== null; above = above.parent) if (above.product.id === product) return true
  return false
}

function nodeOf(component: StructureComponent, { product, parent, choices }: { product: StructureProduct; parent: Node; choices: Choices }): Node {
  const key = parent.key === '' ? component.id : `${parent.key}/${component.id}`
  const asked = choices[key] ?? (component.kind === 'required' || component.chosen ? component.quantity : '0')
  const isTaken = component.kind === 'required' || decimal(asked).units !== 0n
  const quantity = isTaken ? asked : component.quantity
  return { key, component, product, parent, children: [], isTaken, isChosen: isTaken && parent.isChosen, quantity, each: inFull(quantity), total: times(parent.total, inFull(quantity)) }
}

/** The node, then each part before what it consists of, in their order. */
export function below(root: Node): Node[] {
  const all: Node[] = []
  const waiting = [root]
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    all.push(node)
    waiting.push(...node.children.toReversed())
  }
  return all
}

function inFull(quantity: string): Decimal {
  const asked = decimal(quantity)
  return asked.units < 0n ? { units: 0n, scale: 0 } : asked
}
