/** What a formula must be: an expression that comes to the type of its field. */
import type { FieldDefinition } from '../../../contract/definition.ts'
import type { Checked } from '../../../expression/check.ts'
import { checkFormula } from '../../../expression/checkFormula.ts'
import { parse } from '../../../expression/parse.ts'
import type { ExprType } from '../../../expression/types.ts'
import { typeOf } from '../../../fields/types.ts'
import { program } from '../access/who.ts'
import type { Registry } from '../metadata/registry.ts'
import { scopeOf } from '../query/scope.ts'

/** The formula with its meaning, seen with the eyes of the program, or all that is wrong with it. */
export function understoodFormula(registry: Registry, object: string, field: FieldDefinition): Checked {
  return understood(registry, object, { text: field.formula!, expected: typeOf(field).exprType(field) })
}

/** `expected` left out: whatever it comes to. */
export function understood(registry: Registry, object: string, { text, expected }: { text: string; expected?: ExprType }): Checked {
  const { tree, problem: unread } = parse(text)
  if (unread !== undefined) return { problems: [unread] }
  const scope = scopeOf({ registry, who: program }, object, 'program')
  return checkFormula(tree, scope, expected)
}
