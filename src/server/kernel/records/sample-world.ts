/** What the tests of writing have in common: a world with the sample objects, people with rights, and shorthands. */
import assert from 'node:assert/strict'
import type { Scope, Values, Verb } from '../../../contract/definition.ts'
import { RefusalError } from '../../../contract/refusal.ts'
import { sql } from '../../../expression/sql.ts'
import type { Grant } from '../access/who.ts'
import type { Ctx } from '../context.ts'
import type { HistoryRow } from '../history/history.ts'
import { startWorld, type World } from '../testing/world.ts'
import { create } from './create.ts'
import { samples } from './samples.ts'

export interface SampleWorld extends World {
  program: Ctx
  /** A person with a record of his own and these rights: { firm: ['read', 'change:own'] }; without a scope: all. */
  person(name: string, rights: Record<string, readonly string[]>, rest?: Partial<Ctx['who']>): Promise<Ctx & { id: string }>
  given(object: string, values: Values): Promise<string>
  historyOf(id: string): Promise<HistoryRow[]>
  count(table: string): Promise<number>
  version(object: string, id: string): Promise<number>
}

export async function sampleWorld(): Promise<SampleWorld> {
  const world = await startWorld(samples)
  const program = world.ctxOf()
  const given = async (object: string, values: Values) => (await create(program, object, values)).id
  return {
    ...world,
    program,
    given,
    async person(name, rights, rest = {}) {
      const id = await given('user', { name })
      const grants = Object.entries(rights).flatMap(([object, verbs]) => verbs.map((right) => grantOf(object, right)))
      return { ...world.ctxOf({ userId: id, name, grants, teamMates: [id], subordinates: [id], ...rest }), id }
    },
    historyOf: (id) => world.db.rows<HistoryRow>(sql`select * from history where record = ${id}::uuid order by version, at`),
    async count(table) {
      const [row] = await world.db.connection(async (client) => (await client.query<{ n: number }>(`select count(*)::int as n from "${table}"`)).rows)
      return row!.n
    },
    async version(object, id) {
      const [row] = await world.db.connection(async (client) => (await client.query<{ version: number }>(`select version from "${object}" where id = $1`, [id])).rows)
      return row!.version
    },
  }
}

function grantOf(object: string, right: string): Grant {
  const [verb, scope = 'all', rule = null] = right.split(':') as [Verb, Scope?, string?]
  return { role: 'role', object, verb, scope, rule }
}

/** The refusal a work ends with; the test fails when it does not. */
export async function refusalOf(work: Promise<unknown>): Promise<RefusalError> {
  try {
    await work
  } catch (error) {
    if (error instanceof RefusalError) return error
    throw error
  }
  return assert.fail('it was not refused')
}

export const codes = (error: RefusalError): [string, string | undefined][] => error.refusals.map(({ code, field }) => [code, field])
