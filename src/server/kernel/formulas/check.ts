/** What a formula must be: an expression that comes to the type of its field. */
import type { FieldDefinition } from '../../../contract/definition.ts'
import { check, type Checked } from '../../../expression/check.ts'
import { parametersFor } from '../../../expression/checkCall.ts'
import type { Problem, Typed } from '../../../expression/language.ts'
import { parse } from '../../../expression/parse.ts'
import { problem } from '../../../expression/texts.ts'
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
  if (expected?.kind !== 'choice') return check(tree, scope, expected)
  const checked = check(tree, scope)
  if (checked.typed === undefined) return checked
  const wrong = choiceProblems(checked.typed, expected)
  return wrong.length > 0 ? { problems: wrong } : checked
}

/** Whatever is written out must be one of the values; what is read from elsewhere and is none of them comes out empty. */
function choiceProblems(typed: Typed, { values }: Extract<ExprType, { kind: 'choice' }>): Problem[] {
  const { kind } = typed.type
  if (kind !== 'choice' && kind !== 'text' && kind !== 'empty') return [problem('expected_kind', typed, { expected: 'choice', found: kind })]
  return resultsOf(typed).flatMap((result) => {
    const written = result.kind === 'constant' && typeof result.value === 'string' ? result.value : null
    return written === null || values.includes(written) ? [] : [problem('unknown_choice', result, { value: written, choices: values.slice(0, 30).join(', ') })]
  })
}

/** What IF, SWITCH and the like may come to. */
function resultsOf(typed: Typed): Typed[] {
  if (typed.kind !== 'call' || typeof typed.definition.result !== 'string') return [typed]
  const { definition, args } = typed
  const parameters = parametersFor(definition, args.length) ?? []
  return args.filter((_, index) => parameters[index]?.same === definition.result).flatMap(resultsOf)
}
