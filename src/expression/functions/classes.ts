/** Classifications: choices that lie under one another. */
import { sql } from '../sql.ts'
import { computed } from '../sqlValue.ts'
import type { ExprType } from '../types.ts'
import { yesNoType } from '../unify.ts'
import { isList, type Value } from '../value.ts'
import type { FunctionDefinition } from './definition.ts'

const below = new WeakMap<object, ReadonlyMap<string, readonly string[]>>()

/** Every class with itself and all that lie below it; of a flat list each is alone. */
function classesOf(type: ExprType): ReadonlyMap<string, readonly string[]> {
  const choice = type.kind === 'list' ? type.of : type
  if (choice.kind !== 'choice') return new Map()
  const known = below.get(choice)
  if (known !== undefined) return known
  const made = new Map<string, string[]>(choice.values.map((value) => [value, [value]]))
  for (const value of choice.values) {
    // A class is never above itself: such lists are refused when they are made, and would end here all the same.
    const seen = new Set([value])
    for (let above = choice.parents?.[value]; above !== undefined && !seen.has(above); above = choice.parents?.[above]) {
      seen.add(above)
      made.get(above)?.push(value)
    }
  }
  below.set(choice, made)
  return made
}

const within: FunctionDefinition = {
  name: 'WITHIN',
  help: { pl: 'Czy wartość należy do podanej klasy albo do którejkolwiek niżej w drzewie klas.', en: 'Whether the value is of the given class, or of any below it in the tree of classes.' },
  example: "WITHIN(sector, 'industry')",
  parameters: [
    { name: { pl: 'pole z klasami', en: 'field with classes' }, takes: ['choice', 'list'], same: 'A' },
    { name: { pl: 'klasa', en: 'class' }, takes: ['choice'], same: 'A', member: true },
  ],
  result: yesNoType,
  evaluate([value, of], _circumstances, [type]) {
    const classes = classesOf(type!).get(of as string)
    return classes === undefined ? null : (isList(value!) ? value : [value!]).some((one: Value) => classes.includes(one as string))
  },
  toSql([value, of]) {
    const classes = classesOf(value!.type)
    if (of!.constant === undefined) {
      const tree = sql`(${JSON.stringify(Object.fromEntries(classes))}::jsonb -> ${of!.sql})`
      return computed(yesNoType, value!.type.kind === 'list' ? sql`(${tree} ?| ${value!.sql})` : sql`(${tree} ? ${value!.sql})`)
    }
    const named = sql`${classes.get(of!.constant as string) ?? null}::text[]`
    return computed(yesNoType, value!.type.kind === 'list' ? sql`(${value!.sql} && ${named})` : sql`(${value!.sql} = any(${named}))`)
  },
}

export const classFunctions: readonly FunctionDefinition[] = [within]
