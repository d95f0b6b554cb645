/** When, where and by whom is asked, and which of these a compiled statement depends on. */
import { localDate } from '../../../expression/calendar.ts'
import type { ExprValue } from '../../../expression/types.ts'
import type { Ctx } from '../context.ts'
import { smallTables } from '../db/sizes.ts'

const given = {
  me: (ctx: Ctx) => ctx.who.userId,
  now: (ctx: Ctx) => ctx.now.toISOString(),
  today: (ctx: Ctx) => localDate(ctx.now.toISOString(), ctx.timeZone)!,
  timeZone: (ctx: Ctx) => ctx.timeZone,
  teams: (ctx: Ctx) => ctx.who.teams,
  teamMates: (ctx: Ctx) => ctx.who.teamMates,
  subordinates: (ctx: Ctx) => ctx.who.subordinates,
  territories: (ctx: Ctx) => ctx.who.territories,
  /** Which tables are small enough to be read whole. */
  small: (ctx: Ctx) => smallTables(ctx.db).key,
} satisfies Record<string, (ctx: Ctx) => ExprValue>

export type Circumstance = keyof typeof given

const listsOfMine = ['teams', 'teamMates', 'subordinates', 'territories'] as const
export type ListOfMine = (typeof listsOfMine)[number]
export const isListOfMine = (name: string): name is ListOfMine => (listsOfMine as readonly string[]).includes(name)

export function circumstance<C extends Circumstance>(ctx: Ctx, which: C): ReturnType<(typeof given)[C]> {
  return given[which](ctx) as ReturnType<(typeof given)[C]>
}

/** Those a statement was compiled with, as text: another text needs another statement. */
export function circumstancesKey(ctx: Ctx, which: readonly Circumstance[]): string {
  return which.length === 0 ? '' : JSON.stringify(which.map((each) => given[each](ctx)))
}
