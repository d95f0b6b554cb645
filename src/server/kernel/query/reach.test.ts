import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import type { Scope } from '../../../contract/definition.ts'
import { checkCondition } from '../../../expression/check.ts'
import { evaluate } from '../../../expression/evaluate.ts'
import { parse } from '../../../expression/parse.ts'
import type { Path } from '../../../expression/language.ts'
import type { ExprValue } from '../../../expression/types.ts'
import { measureTables } from '../db/sizes.ts'
import { explainAccess } from '../access/explain.ts'
import type { Grant, Who } from '../access/who.ts'
import type { Ctx } from '../context.ts'
import { groups } from './groups.ts'
import { list } from './list.ts'
import { grant, startSample, stages, type Sample } from './testing/sample.ts'
import { scopeOf } from './scope.ts'
import { search } from './search.ts'
import { stream } from './stream.ts'

/** The gate against a second, naive reading of the permissions in JavaScript, over every record and random people. */
interface Firm {
  id: string
  owner: string | null
  createdBy: string | null
  stage: string | null
  staff: string | null
  active: boolean | null
  sector: string | null
}
interface Remark {
  id: string
  firm: string | null
  worker: string | null
  createdBy: string | null
}

let world: Sample
const users: string[] = []
const sectors = new Map<string, string>()
const firms: Firm[] = []
const remarks: Remark[] = []

const rules = ["stage = 'offer'", 'staff > 5', 'not active', "sector.name = 'Steel'", "sector.name != 'Steel' or staff > 5", "not (sector.name in ('Steel', 'Iron'))", "sector.name is not empty and active", 'sector.name is empty', 'owner = me', 'owner is empty', 'staff is empty or staff < 3', "stage in ('new', 'won') and active", 'nonsense = 1']

before(async () => {
  world = await startSample()
  const pick = <T>(values: readonly T[], at: number) => values[at % values.length]!
  for (let at = 0; at < 5; at++) users.push(await world.put('user', { name: `User ${at}` }))
  for (const name of ['Steel', 'Wood']) sectors.set(await world.put('sector', { name }), name)
  for (let at = 0; at < 60; at++) {
    const firm = {
      owner: pick([...users, null], at), createdBy: pick(users, at * 3), stage: pick([...stages.map(({ value }) => value), null], at), staff: pick(['1', '2', '4', '8', null], at * 7),
      active: pick([true, false, null], at * 5), sector: pick([...sectors.keys(), null], at * 11),
    }
    firms.push({ id: await world.put('firm', { name: `Firma ${at}`, ...firm }), ...firm })
  }
  for (let at = 0; at < 40; at++) {
    const remark = { firm: at % 4 === 0 ? null : firms[at]!.id, worker: null, createdBy: pick(users, at) }
    remarks.push({ id: await world.put('remark', { title: `Uwaga ${at}`, ...remark }), ...remark })
  }
})
after(() => world.end())

const scope = fc.constantFrom<Scope>('none', 'own', 'team', 'subordinates', 'all')
const verb = fc.constantFrom<Grant['verb']>('read', 'read', 'change', 'delete')
const grants = fc.array(fc.record({ verb, scope, rule: fc.option(fc.constantFrom(...rules), { nil: null }) }), { minLength: 1, maxLength: 5 })
const anybody = fc.record({ me: fc.nat(4), mates: fc.subarray([0, 1, 2, 3, 4]), below: fc.subarray([0, 1, 2, 3, 4]), grants })

type Anybody = typeof anybody extends fc.Arbitrary<infer A> ? A : never

function contextFor(someone: Anybody): Ctx {
  const who: Partial<Who> = {
    userId: users[someone.me]!, teamMates: someone.mates.map((at) => users[at]!), subordinates: someone.below.map((at) => users[at]!),
    grants: someone.grants.map((each) => grant('firm', each.verb, each.scope, each.rule)),
  }
  return world.ctxOf(who)
}

function reaches(ctx: Ctx, verb: Grant['verb'], firm: Firm): boolean {
  const { who } = ctx
  const inScope = (scope: Scope) =>
    scope === 'all' || (firm.owner !== null && ((scope === 'own' && firm.owner === who.userId) || (scope === 'team' && who.teamMates.includes(firm.owner)) || (scope === 'subordinates' && who.subordinates.includes(firm.owner))))
  return who.grants.some((each) => each.verb === verb && inScope(each.scope) && (each.rule === null || holds(ctx, each.rule, firm)))
}

function holds(ctx: Ctx, rule: string, firm: Firm): boolean {
  const { typed } = checkCondition(parse(rule).tree!, scopeOf(ctx, 'firm', 'program'))
  if (typed === undefined) return false
  const value = (path: Path): ExprValue => (path.links.length > 0 ? (sectors.get(firm.sector ?? '') ?? null) : firm[path.field as keyof Firm])
  return evaluate(typed, { me: ctx.who.userId, now: ctx.now.toISOString(), today: '2026-11-23', timeZone: ctx.timeZone, value }) === true
}

for (const known of [false, true]) test(`lists, counts, groups, streams, abilities and remarks are those that the rules say, for anybody${known ? ', also where small tables are known' : ''}`, async () => {
  if (known) await measureTables(world.db)
  await fc.assert(
    fc.asyncProperty(anybody, async (someone) => {
      const ctx = contextFor(someone)
      const expected = firms.filter((firm) => reaches(ctx, 'read', firm)).map((firm) => firm.id).sort()
      if (!ctx.who.grants.some((each) => each.verb === 'read' && each.scope !== 'none')) return assert.rejects(list(ctx, { object: 'firm' }), { status: 403 })
      const { rows, count } = await list(ctx, { object: 'firm', columns: ['name'], limit: 500, count: true })
      assert.deepEqual(rows.map((row) => row.id).sort(), expected)
      assert.deepEqual(count, { value: expected.length, exact: true })
      for (const row of rows) {
        const firm = firms.find((each) => each.id === row.id)!
        assert.deepEqual(row.can, { change: reaches(ctx, 'change', firm), delete: reaches(ctx, 'delete', firm) })
      }
      const streamed = []
      for await (const chunk of stream(ctx, { object: 'firm', columns: ['id'] })) streamed.push(...chunk.map((row) => row.id))
      assert.deepEqual(streamed.sort(), expected)
      const { groups: grouped } = await groups(ctx, { object: 'firm', by: ['stage'] })
      assert.equal(grouped.reduce((sum, group) => sum + (group['count'] as number), 0), expected.length)
      const found = await list(ctx, { object: 'firm', search: 'firma', limit: 500 })
      assert.deepEqual(found.rows.map((row) => row.id).sort(), expected)
      assert.ok((await search(ctx, 'firma', { limit: 50 })).hits.filter((hit) => hit.object === 'firm').every((hit) => expected.includes(hit.id)))
      const notes = await list(ctx, { object: 'remark', columns: ['title'], limit: 500 })
      const followed = remarks.filter((remark) => (remark.firm === null ? remark.createdBy === ctx.who.userId : expected.includes(remark.firm)))
      assert.deepEqual(notes.rows.map((row) => row.id).sort(), followed.map((remark) => remark.id).sort())
    }),
    { numRuns: 60 },
  )
})

test('the reasons of "why?" come to what the row rule selects, for anybody and every verb', async () => {
  await fc.assert(
    fc.asyncProperty(anybody, verb, fc.nat(59), async (someone, asked, at) => {
      const his = contextFor(someone)
      const firm = firms[at]!
      const { allowed, reasons } = await explainAccess(world.ctxOf(), his.who, { object: 'firm', id: firm.id, verb: asked })
      assert.equal(allowed, reaches(his, asked, firm))
      assert.equal(reasons.some((reason) => reason.allows), allowed, JSON.stringify(reasons))
    }),
    { numRuns: 60 },
  )
})
