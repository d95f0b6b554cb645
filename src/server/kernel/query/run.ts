/** Runs compiled statements. */
import { createHash } from 'node:crypto'
import type { Sql } from '../../../expression/sql.ts'
import type { Ctx } from '../context.ts'
import { bind, template, type SlotValues, type Template } from './slots.ts'

export interface Statement extends Template {
  /** Of the prepared statement; null: planned anew for its values each time. */
  name: string | null
}

export function statementOf(statement: Sql): Statement {
  const made = template(statement)
  return { ...made, name: null }
}

const names = new Map<string, string>()
/** Each connection keeps every prepared statement with its plan; what is asked beyond these is planned each time. */
const mostNames = 400

/** To be prepared: one plan for all its values, made once on each connection. */
export function named<S extends Statement>(statement: S): S {
  let name = names.get(statement.text)
  if (name === undefined && names.size < mostNames) {
    name = `q${createHash('sha1').update(statement.text).digest('hex').slice(0, 20)}`
    names.set(statement.text, name)
  }
  return { ...statement, name: name ?? null }
}

/** `whenWrong`: what to do when the database does not take a value (a forged cursor). */
export async function run<R>(ctx: Ctx, { text, values, name }: Statement, slots: SlotValues, whenWrong?: () => never): Promise<R[]> {
  try {
    // Without a name the statement is planned anew, for the values of this one request.
    return await ctx.db.prepared<R>(name ?? '', text, bind(values, slots))
  } catch (error) {
    if (whenWrong !== undefined && isWrongValue(error)) whenWrong()
    throw error
  }
}

/** Class 22 of SQLSTATE: data exceptions. */
const isWrongValue = (error: unknown): boolean => /^22/.test(String((error as { code?: unknown }).code))
