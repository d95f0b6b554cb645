import { sql } from '../../../expression/sql.ts'
import type { Holidays } from '../../../expression/workdays.ts'
import { lockConfiguration } from '../configuration/items.ts'
import { configurationChannel, liveRegistryOf } from '../configuration/live.ts'
import type { Ctx } from '../context.ts'
import { tellLater } from '../events/notify.ts'
import type { Registry } from '../metadata/registry.ts'
import { holidaysKey, installHolidays } from './holidays.ts'
import { formulasOf } from './plan.ts'
import { recalculate } from './recalculate.ts'

/**
 * From now on these days count as holidays, for everybody signed in; kept values of formulas that count working days are worked out anew by
 * runs whose ids are the answer. Whoever calls has looked whether the caller may.
 */
export async function changeHolidays(ctx: Ctx, holidays: Holidays): Promise<string[]> {
  const runs = await ctx.db.transaction(async (db) => {
    await lockConfiguration(db)
    await db.rows(sql`insert into sedno_state (key, value, changed_at) values (${holidaysKey}, ${{ days: holidays }}, ${ctx.now})
      on conflict (key) do update set value = excluded.value, changed_at = excluded.changed_at`)
    await installHolidays(db)
    await db.rows(sql`update configuration_version set version = version + 1`)
    await db.rows(sql`select pg_notify(${configurationChannel}, '')`)
    tellLater(db, { kind: 'metadata', to: null })
    const begun: string[] = []
    for (const { object, field } of countingWorkdays(ctx.registry)) begun.push(await recalculate({ ...ctx, db }, object, field.name))
    return begun
  })
  await liveRegistryOf(ctx.db)?.refresh()
  return runs
}

const countingWorkdays = (registry: Registry) => formulasOf(registry).all.filter(({ kind, mentions }) => kind !== 'live' && mentions.workdays)
