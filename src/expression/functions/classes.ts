/** Classifications: choices and records that lie under one another. */
import type { Binding } from '../language.ts'
import { raw, sql } from '../sql.ts'
import { computed, truth, type SqlValue } from '../sqlValue.ts'
import type { Text } from '../../contract/text.ts'
import type { ExprType } from '../types.ts'
import { linkedObject, yesNoType } from '../unify.ts'
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

/** Not empty and among the record and all below it, in the forms that a join or an index serves. */
function linkedWithin(value: SqlValue, of: SqlValue, { below }: Pick<Binding, 'below'>): SqlValue {
  if (of.constant === null) return truth(raw('false'))
  const ids = below(linkedObject(value.type)!, of.sql)
  const found = value.type.kind === 'list' ? sql`${value.sql} && array${ids}` : sql`${value.sql} in ${ids}`
  return truth(value.simple ? sql`(${value.sql} is not null and ${found})` : sql`((${found}) is true)`)
}

const help: Text = {
  pl: 'Czy wartość należy do podanej klasy albo do którejkolwiek niżej w drzewie klas. W warunkach list także: czy powiązanie prowadzi do podanego rekordu (grupy, terytorium, firmy…) albo do leżącego pod nim.',
  en: 'Whether the value is of the given class, or of any below it in the tree of classes. In conditions of lists also: whether a link leads to the given record (a group, a territory, a company…) or to one below it.',
}

const within: FunctionDefinition = {
  name: 'WITHIN',
  help,
  example: "WITHIN(sector, 'industry')",
  reads: { pl: '{left} należy do: {right} (z niższymi)', en: '{left} is in {right} (with those below)' },
  parameters: [
    { name: { pl: 'pole z klasami albo powiązanie', en: 'field with classes, or link' }, takes: ['choice', 'list', 'record'], same: 'A' },
    { name: { pl: 'klasa albo rekord', en: 'class or record' }, takes: ['choice', 'record'], same: 'A', member: true },
  ],
  result: yesNoType,
  looksUp: ([type]) => (linkedObject(type!) === null ? null : 'trees'),
  evaluate([value, of], _circumstances, [type]) {
    // The checker lets it be asked only where a database answers; no answer is better than a wrong one.
    if (linkedObject(type!) !== null) throw new Error('what lies below a record only the database knows')
    const classes = classesOf(type!).get(of as string)
    return classes === undefined ? null : (isList(value!) ? value : [value!]).some((one: Value) => classes.includes(one as string))
  },
  toSql([value, of], binding) {
    if (linkedObject(value!.type) !== null) return linkedWithin(value!, of!, binding)
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
