/** A formula comes to the type of its field; what it writes out for a choice is one of the values of that choice. The same for the server and for whoever is writing it. */
import { check, type Checked } from './check.ts'
import { parametersFor } from './checkCall.ts'
import type { Node, Problem, Scope, Typed } from './language.ts'
import { problem } from './texts.ts'
import type { ExprType } from './types.ts'

/** `expected` left out: whatever it comes to. */
export function checkFormula(tree: Node, scope: Scope, expected?: ExprType): Checked {
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
