/** What a document of an object may say beside the record's own fields: a table of taxes, lines in the order of their tree, a sum in words. */
import type { ChoiceValue } from '../../../contract/definition.ts'
import type { Text } from '../../../contract/text.ts'
import type { ExprType, ExprValue } from '../../../expression/types.ts'
import { canRead, type Rights } from '../../kernel/access/field-access.ts'
import type { Ctx } from '../../kernel/context.ts'

interface Named {
  label: Text
  /** Fields, each with its object, from which it is worked out: who may not read one of them does not know of the fact either. */
  reads?: readonly (readonly [object: string, field: string])[]
}

/** One value: `{{dueOn}}`. */
export interface FactValue extends Named {
  type: ExprType
  /** What its values are called in the language of the document. */
  choices?: readonly ChoiceValue[]
}

/**
 * Rows of a table: `{{#taxes}}{{rate}} {{vat}}{{/taxes}}`. With `object` each row is also a record of it, by its `id`, and its fields can be
 * mentioned beside `names`: lines of a quote with their number and depth in the tree.
 */
export interface FactRows extends Named {
  object?: string
  names: Readonly<Record<string, FactValue | FactRows>>
}

export type FactName = FactValue | FactRows
export interface FactRow {
  /** The record that the row is, where its table has an `object`. Rows that the person may not see are left out. */
  id?: string
  [name: string]: ExprValue | FactRow[] | undefined
}

export interface FactsSource {
  object: string
  names: Readonly<Record<string, FactName>>
  /** Asked only by a person who may read all that the names asked for are worked out from. Only these need be there. */
  facts(ctx: Ctx, id: string, asked: ReadonlySet<string>): Promise<FactRow>
}

export const isRows = (fact: FactName): fact is FactRows => 'names' in fact

const sources = new Map<string, FactsSource>()

/** A room says what it adds to documents of its object; one source for an object. */
export const registerFacts = (source: FactsSource): void => void sources.set(source.object, source)

export const factsOf = (object: string): FactsSource | null => sources.get(object) ?? null

/** What documents of this object may say beside its fields, as far as the person may know it. */
export const factNames = (rights: Rights, object: string): Readonly<Record<string, FactName>> => readable(rights, factsOf(object)?.names ?? {})

function readable<F extends FactName>(rights: Rights, names: Readonly<Record<string, F>>): Record<string, F> {
  const known = Object.entries(names).filter(([, { reads = [] }]) => reads.every(([object, field]) => canRead(rights, object, field)))
  return Object.fromEntries(known.map(([name, fact]) => [name, isRows(fact) ? { ...fact, names: readable(rights, fact.names) } : fact]))
}
