/** Conditions in the expression language as SQL: row rules, and what a person or a program asks by `where`. */
import type { ObjectDefinition } from '../../../contract/definition.ts'
import { refuse, refusal, RefusalError } from '../../../contract/refusal.ts'
import { checkCondition } from '../../../expression/check.ts'
import { fold } from '../../../expression/fold.ts'
import type { Path, Problem, Typed } from '../../../expression/language.ts'
import { parse } from '../../../expression/parse.ts'
import { and, name, sql, type Sql } from '../../../expression/sql.ts'
import { toCondition } from '../../../expression/toSql.ts'
import type { Rights } from '../access/field-access.ts'
import type { Ctx } from '../context.ts'
import { conditionBehind } from './behind.ts'
import { bindingOf } from './binding.ts'
import { linkedRow, no, type Draft, type Row } from './draft.ts'
import { scopeOfWhere } from './scope.ts'
import { escaped } from './search-box.ts'
import { texts } from './texts.ts'

type Understood = { typed: Typed; problems?: undefined } | { problems: readonly Problem[]; typed?: undefined }

export function understood(rights: Rights, object: string, text: string, eyes: Row['eyes']): Understood {
  const { tree, problem } = parse(text)
  return problem === undefined ? checkCondition(tree, scopeOfWhere(rights, object, eyes)) : { problems: [problem] }
}

/**
 * Parses and checks a condition against what the caller may read. Refuses 400 `bad_where` with `at` and `length` of the first
 * fault in the facts, `unknown_field` for a name that is not there or not for him.
 */
export function resolveWhere(ctx: Ctx, object: string, text: string): Typed {
  if (!ctx.registry.objects.has(object)) refuse('unknown_object', texts.unknownObject, { values: { name: object }, status: 404 })
  const { typed, problems } = understood(ctx, object, text, 'person')
  if (typed !== undefined) return typed
  const [first] = problems as readonly [Problem, ...Problem[]]
  const refusals = problems.map((problem) => refusal(problem.code, problem.text, { field: 'where', values: problem.values }))
  throw new RefusalError(refusals, 400, { at: first.at, length: first.length, problems: problems.map(({ code, at, length }) => ({ code, at, length })) })
}

export function whereSql(draft: Draft, row: Row, text: string): Sql {
  const typed = resolveWhere(draft.ctx, row.object.name, text)
  return and([...soughtBefore(draft, row, typed), toCondition(typed, bindingOf(draft, row))])
}

/**
 * "Name contains …" folds every name of the table. What a searchable field contains stands in the record's search text too,
 * and that has an index, so it is asked first: it says nothing more, only sooner.
 */
function soughtBefore(draft: Draft, row: Row, typed: Typed): Sql[] {
  const parts = typed.kind === 'and' ? typed.parts : [typed]
  return parts.flatMap((part) => {
    const isSought = part.kind === 'compare' && !part.negated && (part.operator === 'contains' || part.operator === 'starts with' || part.operator === 'ends with')
    if (!isSought || part.left.kind !== 'path' || part.left.path.root !== 'record') return []
    const { path } = part.left
    const [value] = part.right
    const sought = value?.kind === 'constant' && typeof value.value === 'string' ? fold(value.value) : ''
    if (sought.length < 3 || !isInSearchText(draft.ctx.registry.object(path.object), path)) return []
    const { alias } = path.links.reduce((at, link) => linkedRow(draft, at, link.field), row)
    return [sql`${name(alias, 'search')} like ${`%${escaped(sought)}%`}::text`]
  })
}

const addressParts = ['street', 'building', 'postalCode', 'city']

/** Fields whose text is in `search` as it is, folded; identifiers are there in forms of their own. */
function isInSearchText(object: ObjectDefinition, path: Path): boolean {
  const field = object.fields.find((each) => each.name === path.field)
  if (field?.searchable !== true) return false
  if (field.type === 'address' || field.type === 'addresses') return addressParts.includes(path.part ?? '')
  return path.part === null && (field.type === 'longText' || field.type === 'mail' || (field.type === 'text' && field.pattern === undefined))
}

const rules = new WeakMap<object, Map<string, Understood>>()

/** A row rule of a role. One that is no longer understood (a field is gone) gives nothing: deny when unknown. */
export function conditionOf(draft: Draft, row: Row, text: string, isAlone = false): Sql {
  const { typed } = ruleOfText(draft.ctx, row.object.name, text)
  return typed === undefined ? no : conditionBehind(draft, row, { typed, isAlone })
}

/** Rules are few and asked for with every write, so they are parsed once for each registry. */
export function ruleOfText(ctx: Ctx, object: string, text: string): Understood {
  const known = rules.get(ctx.registry) ?? new Map<string, Understood>()
  rules.set(ctx.registry, known)
  const key = `${object} ${text}`
  const found = known.get(key) ?? understood(ctx, object, text, 'program')
  if (known.size > 5_000) known.clear()
  known.set(key, found)
  return found
}
