/** A formula's value for all records of its object: when it is new or was changed, and after midnight where it counts from today. */
import { refuse } from '../../../contract/refusal.ts'
import { say } from '../../../contract/text.ts'
import { localDate } from '../../../expression/calendar.ts'
import { name, sql } from '../../../expression/sql.ts'
import { newestRegistry } from '../configuration/live.ts'
import type { Ctx } from '../context.ts'
import type { Db } from '../db/database.ts'
import { defineJob, HandedBack, type JobTools } from '../jobs/define.ts'
import { startRun } from '../jobs/runs.ts'
import { tableName } from '../metadata/naming.ts'
import type { Registry } from '../metadata/registry.ts'
import { formulasOf, type Formula } from './plan.ts'
import { asHouse, differing, store } from './store.ts'
import { texts } from './texts.ts'

export const recalculateJobName = 'kernel.recalculate'

interface Asked {
  object: string
  field: string
}

/** Begins the run; its id is the answer. Records are gone through in the order of their ids, a few at a time, while others write. */
export async function recalculate(ctx: Ctx, object: string, field: string): Promise<string> {
  const formula = formulasOf(ctx.registry).of(object, field)
  if (formula === null) return refuse('unknown_object', texts.unknownObject, { status: 404, values: { name: `${object}.${field}` } })
  const { plural } = ctx.registry.object(object)
  const { label } = formula.field
  const title = { pl: say(texts.recalculation, 'pl', { field: label.pl, plural: plural.pl }), en: say(texts.recalculation, 'en', { field: label.en, plural: plural.en }) }
  return startRun(ctx, { kind: recalculateJobName, title, payload: { object, field } satisfies Asked, total: await countOf(ctx.db, ctx.registry, object) })
}

/** For a change of the declarations, in its transaction: runs for the stored formulas that are new or come to something else now. */
export async function recalculateChanged(ctx: Ctx, before: Registry, after: Registry): Promise<string[]> {
  const known = new Map(formulasOf(before).all.map((formula) => [formula.field.id, formula]))
  const changed = formulasOf(after).all.filter((formula) => formula.kind !== 'live' && sayOf(formula) !== sayOf(known.get(formula.field.id)))
  const runs: string[] = []
  for (const { object, field } of changed) runs.push(await recalculate({ ...ctx, registry: after }, object, field.name))
  return runs
}

/** All of a field that its kept value depends on, beside the values of others. */
function sayOf(formula: Formula | undefined): string {
  if (formula === undefined || formula.kind === 'live') return ''
  const { field } = formula
  return JSON.stringify([field.formula, field.type, 'decimals' in field ? field.decimals : null, 'maxLength' in field ? field.maxLength : null, 'choices' in field ? field.choices.map(({ value }) => value) : null])
}

async function countOf(db: Db, registry: Registry, object: string): Promise<number> {
  const [row] = await db.rows<{ count: number }>(sql`select greatest(reltuples, 0)::bigint::int as count from pg_class where oid = ${tableName(registry.object(object))}::regclass`)
  return row!.count
}

const lotSize = 1_000

export const recalculateJob = defineJob<Asked>({
  name: recalculateJobName,
  together: 2,
  async run(ctx, { object, field }, tools) {
    // Begun so soon that this process may not have heard of the formula yet.
    const registry = await newestRegistry(ctx)
    const formula = formulasOf(registry).of(object, field)
    if (formula === null || formula.kind === 'live') return { changed: 0 } // gone, or no longer kept
    const memo = (tools.run?.memo as { last: string; done: number; changed: number } | null) ?? { last: nothingYet, done: 0, changed: 0 }
    const house = await asHouse({ ...ctx, registry })
    for (;;) {
      const ids = await idsAfter(house, object, memo.last)
      if (ids.length === 0) return { changed: memo.changed }
      // Where the formula is not new, most records come to what they did.
      memo.changed += await store(house, formula, tools.run === null ? await differing(house, formula, ids) : ids)
      memo.done += ids.length
      memo.last = ids.at(-1)!
      await keep(house, tools, memo)
    }
  },
})

async function keep(ctx: Ctx, { run, signal }: JobTools, memo: { last: string; done: number }): Promise<void> {
  if (run !== null) await run.save(ctx.db, { done: memo.done, memo })
  else if (signal.aborted) throw new HandedBack()
}

const nothingYet = '00000000-0000-0000-0000-000000000000'

async function idsAfter(ctx: Ctx, object: string, last: string): Promise<string[]> {
  const table = name(tableName(ctx.registry.object(object)))
  const rows = await ctx.db.rows<{ id: string }>(sql`select t.id from ${table} t where t.id > ${last}::uuid order by t.id limit ${lotSize}`)
  return rows.map(({ id }) => id)
}

const dayKey = 'formulasDay'

/** Looks often and works once a day, as soon as it has begun where the installation is: a worker that was down at midnight catches up. */
export const newDayJob = defineJob<object>({
  name: 'kernel.formulasOfToday',
  every: '*/5 * * * *',
  async run(ctx, _payload, { signal }) {
    const house = await asHouse(ctx)
    const today = localDate(house.now.toISOString(), house.timeZone)!
    const [known] = await house.db.rows<{ day: string | null }>(sql`select value ->> 'day' as day from sedno_state where key = ${dayKey}`)
    if (known?.day === today) return { changed: 0 }
    let changed = 0
    for (const formula of formulasOf(house.registry).all.filter(({ daily }) => daily)) changed += await throughAll(house, formula, signal)
    await house.db.rows(sql`insert into sedno_state (key, value) values (${dayKey}, ${{ day: today }}) on conflict (key) do update set value = excluded.value, changed_at = now()`)
    return { changed }
  },
})

/** Most come to the same as yesterday: only the others are taken and written. */
async function throughAll(ctx: Ctx, formula: Formula, signal: AbortSignal): Promise<number> {
  let changed = 0
  for (let last = nothingYet; ; ) {
    if (signal.aborted) throw new HandedBack()
    const ids = await idsAfter(ctx, formula.object, last)
    if (ids.length === 0) return changed
    changed += await store(ctx, formula, await differing(ctx, formula, ids))
    last = ids.at(-1)!
  }
}
