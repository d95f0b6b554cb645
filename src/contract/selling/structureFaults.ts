/** What is wrong with a configuration, each fault at the part where it can be put right and naming what it is about. */
import { refusal, type Refusal } from '../refusal.ts'
import { decimal, type Decimal } from './coins.ts'
import { isOneOf, type Node, type Structure, type StructureRule } from './structureTree.ts'

export function faultsOf(structure: Structure, nodes: readonly Node[]): Refusal[] {
  const rulesOf = Map.groupBy(structure.rules, ({ whole }) => whole)
  return nodes.filter(({ isChosen }) => isChosen).flatMap((node) => [...quantityFaults(node), ...groupFaults(node), ...(rulesOf.get(node.product.id) ?? []).flatMap((rule) => ruleFaults(rule, node, structure))])
}

function quantityFaults({ key, quantity, component, product }: Node): Refusal[] {
  if (component === null) return []
  const [asked, { minQuantity, maxQuantity }, part] = [decimal(quantity), component, product.name]
  if (asked.units <= 0n) return [refusal('structure.quantity', faults.quantity, { field: key, values: { part } })]
  if (minQuantity !== null && isLess(asked, decimal(minQuantity))) return [refusal('structure.too_few', faults.tooFew, { field: key, values: { part, min: minQuantity } })]
  if (maxQuantity !== null && isLess(decimal(maxQuantity), asked)) return [refusal('structure.too_many', faults.tooMany, { field: key, values: { part, max: maxQuantity } })]
  return []
}

const isLess = (a: Decimal, b: Decimal): boolean => a.units * 10n ** BigInt(b.scale) < b.units * 10n ** BigInt(a.scale)

function groupFaults({ children }: Node): Refusal[] {
  const groups = Map.groupBy(children.filter(({ component }) => isOneOf(component!)), ({ component }) => component!.choiceGroup ?? '')
  return [...groups].flatMap(([group, members]) => {
    const taken = members.filter(({ isTaken }) => isTaken)
    if (taken.length > 1) return [refusal('structure.choice_doubled', faults.choiceDoubled, { field: taken[1]!.key, values: { group, part: taken[0]!.product.name, other: taken[1]!.product.name } })]
    const isMissing = taken.length === 0 && members.some(({ component }) => component!.kind === 'alternative')
    return isMissing ? [refusal('structure.choice_missing', faults.choiceMissing, { field: members[0]!.key, values: { group, parts: members.map(({ product }) => product.name).join(', ') } })] : []
  })
}

function ruleFaults({ part, other, kind, message }: StructureRule, whole: Node, { products }: Structure): Refusal[] {
  const [here, there] = [chosenWithin(whole, part), chosenWithin(whole, other)]
  const isBroken = here !== null && (kind === 'needs' ? there === null : there !== null)
  if (!isBroken) return []
  const about = { field: here.key, values: { part: here.product.name, other: products[other]?.name ?? other, message } }
  if (kind === 'needs') return [refusal('structure.needs', message === null ? faults.needs : faults.needsSaid, about)]
  return [refusal('structure.excludes', message === null ? faults.excludes : faults.excludesSaid, about)]
}

function chosenWithin(whole: Node, product: string): Node | null {
  const waiting = [whole]
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.product.id === product) return node
    waiting.push(...node.children.filter(({ isChosen }) => isChosen))
  }
  return null
}

const faults = {
  quantity: { pl: '{part}: ilość musi być większa od zera.', en: '{part}: the quantity must be above zero.' },
  tooFew: { pl: '{part}: najmniej {min}.', en: '{part}: at least {min}.' },
  tooMany: { pl: '{part}: najwięcej {max}.', en: '{part}: at most {max}.' },
  choiceMissing: { pl: '{group}: trzeba wybrać jedną z części: {parts}.', en: '{group}: one of these must be chosen: {parts}.' },
  choiceDoubled: { pl: '{group}: można wybrać tylko jedną część, a wybrano „{part}” i „{other}”.', en: '{group}: only one may be chosen, and both “{part}” and “{other}” are.' },
  needs: { pl: '„{part}” wymaga części „{other}”.', en: '“{part}” needs “{other}”.' },
  needsSaid: { pl: '{message} („{part}” wymaga części „{other}”)', en: '{message} (“{part}” needs “{other}”)' },
  excludes: { pl: '„{part}” wyklucza część „{other}”.', en: '“{part}” excludes “{other}”.' },
  excludesSaid: { pl: '{message} („{part}” wyklucza część „{other}”)', en: '{message} (“{part}” excludes “{other}”)' },
} as const
