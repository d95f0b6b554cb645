import { filterParts, filterText, type FilterOperator, type FilterPart, type Operand, type SimpleCondition } from '../../../../expression/filter.ts'
import type { Problem } from '../../../../expression/language.ts'
import { parse } from '../../../../expression/parse.ts'
import type { ExprType, ExprValue } from '../../../../expression/types.ts'

/** What the filter bar can say of one field, in a person's terms. Everything else stays as text. */
export type Operator =
  | 'is' | 'isNot' | 'less' | 'atMost' | 'more' | 'atLeast' | 'between' | 'contains' | 'lacks' | 'starts' | 'ends' | 'oneOf' | 'noneOf'
  | 'within' | 'has' | 'hasNot' | 'hasAny' | 'hasAll' | 'empty' | 'filled' | 'yes' | 'no' | 'me' | 'notMe' | MineOperator | 'lastDays' | 'olderDays' | 'nextDays' | 'today'

/** Compared with a list of the person's own: `territory in me.territories`, `teams has any me.teams`. */
export type MineOperator = 'mySubordinates' | 'myTeamMates' | 'myTeams' | 'myTerritories' | 'hasMyTeams' | 'hasMyTerritories'

export interface Condition {
  path: string
  operator: Operator
  /** A list for oneOf, noneOf, hasAny, hasAll, between; a count of days for lastDays, olderDays, nextDays; null where nothing is compared. */
  value: ExprValue
  /** Of what is compared with: '525' is a number or a text of digits. */
  kind?: ExprType['kind']
}
export type Part = { kind: 'condition'; condition: Condition } | { kind: 'other'; text: string }

/** The parts that all must hold, each as a condition where it is one. */
export function split(text: string): { parts: Part[]; problem?: undefined } | { problem: Problem; parts?: undefined } {
  if (text.trim() === '') return { parts: [] }
  const { tree, problem } = parse(text)
  return problem === undefined ? { parts: filterParts(tree).map(partOf) } : { problem }
}

export const join = (parts: readonly Part[]): string => filterText(parts.map((part): FilterPart => (part.kind === 'other' ? { kind: 'text', text: part.text } : simpleOf(part.condition))))

const plain: Partial<Record<FilterOperator, Operator>> = {
  '=': 'is', '!=': 'isNot', '<': 'less', '<=': 'atMost', '>': 'more', '>=': 'atLeast', between: 'between', contains: 'contains', 'not contains': 'lacks', 'starts with': 'starts', 'ends with': 'ends',
  within: 'within', in: 'oneOf', 'not in': 'noneOf', has: 'has', 'not has': 'hasNot', 'has any': 'hasAny', 'has all': 'hasAll', 'is empty': 'empty', 'is not empty': 'filled', yes: 'yes', no: 'no',
}
const written = Object.fromEntries(Object.entries(plain).map(([sign, operator]) => [operator, sign])) as Partial<Record<Operator, FilterOperator>>

const mine: Record<MineOperator, { sign: FilterOperator; list: string }> = {
  mySubordinates: { sign: 'in', list: 'me.subordinates' }, myTeamMates: { sign: 'in', list: 'me.teamMates' }, myTeams: { sign: 'in', list: 'me.teams' }, myTerritories: { sign: 'in', list: 'me.territories' },
  hasMyTeams: { sign: 'has any', list: 'me.teams' }, hasMyTerritories: { sign: 'has any', list: 'me.territories' },
}
export const isMine = (operator: Operator): operator is MineOperator => operator in mine

// ---- Reading -----------------------------------------------------------------------------------------------------

function partOf(part: FilterPart): Part {
  const condition = part.kind === 'simple' ? (relative(part) ?? conditionOf(part)) : null
  return condition === null ? { kind: 'other', text: filterText([part]) } : { kind: 'condition', condition }
}

function conditionOf({ path, operator: sign, values }: SimpleCondition): Condition | null {
  const operator = plain[sign]
  const read = values.map(valueOf)
  if (operator === undefined || read.some((value) => value === undefined)) return null
  const many = ['oneOf', 'noneOf', 'hasAny', 'hasAll', 'between'].includes(operator)
  const [first] = values
  return { path, operator, value: many ? (read as ExprValue[]) : (read[0] ?? null), kind: first === undefined || first.kind === 'empty' ? undefined : (first.kind as ExprType['kind']) }
}

/** `= me`, `= today`, `>= today - 30`. */
function relative({ path, operator, values }: SimpleCondition): Condition | null {
  const [value] = values
  if (value?.kind === 'path' && value.path === 'me' && (operator === '=' || operator === '!=')) return { path, operator: operator === '=' ? 'me' : 'notMe', value: null }
  const own = value?.kind === 'path' ? (Object.keys(mine) as MineOperator[]).find((one) => mine[one].sign === operator && mine[one].list === value.path) : undefined
  if (own !== undefined) return { path, operator: own, value: null }
  if (value?.kind === 'today' && operator === '=') return { path, operator: 'today', value: null }
  if (value?.kind !== 'days') return null
  const days = String(Math.abs(value.days))
  if (operator === '>=' && value.days < 0) return { path, operator: 'lastDays', value: days }
  if (operator === '<' && value.days < 0) return { path, operator: 'olderDays', value: days }
  return operator === '<=' && value.days > 0 ? { path, operator: 'nextDays', value: days } : null
}

function valueOf(value: Operand): ExprValue | undefined {
  if (value.kind === 'money') return { amount: value.amount, currency: value.currency }
  if (value.kind === 'empty') return null
  return 'value' in value ? value.value : undefined
}

// ---- Writing -----------------------------------------------------------------------------------------------------

function simpleOf({ path, operator, value, kind }: Condition): SimpleCondition {
  const made = (sign: FilterOperator, values: readonly Operand[]): SimpleCondition => ({ kind: 'simple', path, operator: sign, values })
  if (isMine(operator)) return made(mine[operator].sign, [{ kind: 'path', path: mine[operator].list }])
  const days = (sign: 1 | -1): readonly Operand[] => [{ kind: 'days', days: sign * Number(value) }]
  switch (operator) {
    case 'me': return made('=', [{ kind: 'path', path: 'me' }])
    case 'notMe': return made('!=', [{ kind: 'path', path: 'me' }])
    case 'today': return made('=', [{ kind: 'today' }])
    case 'lastDays': return made('>=', days(-1))
    case 'olderDays': return made('<', days(-1))
    case 'nextDays': return made('<=', days(1))
    case 'empty': case 'filled': case 'yes': case 'no': return made(written[operator]!, [])
    default: return made(written[operator]!, (Array.isArray(value) ? (value as readonly ExprValue[]) : [value]).map((one) => operandOf(one, kind)))
  }
}

const literals = new Set<string | undefined>(['number', 'date', 'time', 'dateTime'])

function operandOf(value: ExprValue, kind: Condition['kind']): Operand {
  if (value === null) return { kind: 'empty' }
  if (typeof value === 'boolean') return { kind: 'yesNo', value }
  if (typeof value === 'object' && 'currency' in value) return { kind: 'money', amount: value.amount, currency: value.currency }
  const text = typeof value === 'object' ? String((value as { id: string }).id) : String(value)
  return literals.has(kind) ? ({ kind, value: text } as Operand) : { kind: 'text', value: text }
}

export const quote = (text: string): string => `'${text.replaceAll("'", "''")}'`
