/** Compares evaluate() with PostgreSQL, many expressions in one statement. */
import type { Client } from 'pg'
import { check } from '../check.ts'
import { evaluate } from '../evaluate.ts'
import type { Circumstances, Typed } from '../language.ts'
import { parse } from '../parse.ts'
import { compile, join, name, sql, type Sql } from '../sql.ts'
import { toColumns, toCondition } from '../toSql.ts'
import type { ExprValue } from '../types.ts'
import { bindingOf, circumstances, factsOf, scope, type Row } from './things.ts'

export interface Disagreement {
  text: string
  row: string
  javascript: unknown
  postgresql: unknown
}

const tooMuch = new Set(['too_deep', 'too_large'])

/** null: longer than the language allows, which random texts may be; with `orNull`, also whatever has a problem. */
export function typedOf(text: string, { orNull = false } = {}): Typed | null {
  const { tree, problem } = parse(text)
  if (problem !== undefined) {
    if (tooMuch.has(problem.code)) return null
    throw new Error(`${problem.code} at ${problem.at}: ${text}`)
  }
  const { typed, problems } = check(tree, scope)
  if (typed !== undefined) return typed
  if (orNull || problems.every(({ code }) => tooMuch.has(code))) return null
  throw new Error(`${problems.map(({ code, at, values }) => `${code} at ${at} ${JSON.stringify(values)}`).join(', ')}: ${text}`)
}

/** As text, in the form evaluate() answers with. Conditions as WHERE has them: never null. */
function asText(typed: Typed, who: Circumstances): Sql {
  const { value, currency } = toColumns(typed, bindingOf('t', who))
  switch (typed.type.kind) {
    case 'number':
      return sql`trim_scale(${value})::text`
    case 'money':
      return sql`trim_scale(${value})::text || ' ' || ${currency!}`
    case 'yesNo':
      return sql`${value}::text || ' ' || (${toCondition(typed, bindingOf('t', who))})::text`
    case 'date':
      return sql`to_char(${value}, 'YYYY-MM-DD')`
    case 'time':
      return sql`left(${value}::text, 5)`
    case 'dateTime':
      return sql`to_char(${value} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
    case 'list':
      return sql`array_to_string(${value}, '|')`
    default:
      return sql`${value}::text`
  }
}

function shown(value: ExprValue): string | null {
  if (value === null) return null
  if (Array.isArray(value)) return value.join('|')
  if (typeof value === 'boolean') return `${value} ${value}`
  return typeof value === 'object' && 'currency' in value ? `${value.amount} ${value.currency}` : String(value)
}

export async function disagreements(client: Client, rows: readonly Row[], cases: readonly { text: string; typed: Typed }[], who: Circumstances = circumstances): Promise<Disagreement[]> {
  const columns = cases.map(({ typed }, index) => sql`${asText(typed, who)} as ${name(`c${index}`)}`)
  const statement = compile(sql`select t.id::text as id, ${join(columns)} from thing t order by t.id`)
  const { rows: answers } = await client.query<Record<string, string | null>>({ text: statement.text, values: statement.values })
  return answers.flatMap((answer, at) => {
    const facts = factsOf(rows[at]!, rows, who)
    return cases.flatMap(({ text, typed }, index) => {
      const javascript = shown(evaluate(typed, facts))
      const postgresql = answer[`c${index}`] ?? null
      return javascript === postgresql ? [] : [{ text, row: answer['id']!, javascript, postgresql }]
    })
  })
}

