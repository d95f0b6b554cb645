/** What a document of an object may say beside the record's own fields: a table of taxes, lines in the order of their tree, a sum in words. */
import type { Text } from '../../../contract/text.ts'
import type { ExprType, ExprValue } from '../../../expression/types.ts'
import type { Ctx } from '../../kernel/context.ts'

/** One value: `{{dueOn}}`. */
export interface FactValue {
  label: Text
  type: ExprType
}

/**
 * Rows of a table: `{{#taxes}}{{rate}} {{vat}}{{/taxes}}`. With `object` each row is also a record of it, by its `id`, and its fields can be
 * mentioned beside `names`: lines of a quote with their number and depth in the tree.
 */
export interface FactRows {
  label: Text
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
  /** With the rights of the person asking: what he may not read must not be in it. Only the names asked for need be there. */
  facts(ctx: Ctx, id: string, asked: ReadonlySet<string>): Promise<FactRow>
}

export const isRows = (fact: FactName): fact is FactRows => 'names' in fact

const sources = new Map<string, FactsSource>()

/** A room says what it adds to documents of its object; one source for an object. */
export const registerFacts = (source: FactsSource): void => void sources.set(source.object, source)

export const factsOf = (object: string): FactsSource | null => sources.get(object) ?? null
