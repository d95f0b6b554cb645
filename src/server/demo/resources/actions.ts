import type { Values } from '../../../contract/definition.ts'
import { dateOfDay, dayNumber, weekday } from '../../../expression/calendar.ts'
import { momentOf } from '../../../fields/clock.ts'
import type { Ctx } from '../../kernel/context.ts'
import { createMany } from '../../kernel/records/create.ts'
import { isRefused, type Outcome } from '../../kernel/records/writing.ts'
import * as texts from './texts.ts'

const succeeded = (outcomes: readonly Outcome[]): void => {
  for (const outcome of outcomes) if (isRefused(outcome)) throw outcome.refused
}

/** Rooms, laptops, the demo car, and who has them from next Monday on. `people`: those who book, the first of them approves. */
export async function loadResources(ctx: Ctx, { people, id }: { people: readonly string[]; id(kind: string, index: number): string }): Promise<void> {
  succeeded(await createMany(ctx, 'resourceKind', texts.kinds.map((kind, at) => ({ id: id('resourceKind', at), ...kind }))))
  const things = texts.things.map(({ kind, ...thing }, at): Values => ({ id: id('resource', at), kind: id('resourceKind', kind), ...thing, ...('needsApproval' in thing ? { approvers: [people[0]!] } : {}) }))
  succeeded(await createMany(ctx, 'resource', things))
  const today = dayNumber(ctx.now.toISOString().slice(0, 10))
  const monday = today + 8 - weekday(dateOfDay(today)!)
  const moment = (day: number, clock: string) => momentOf(dateOfDay(monday + day)!, clock, 'Europe/Warsaw')!
  const bookings = texts.bookings.map(({ thing, day, from, until, ...rest }, at): Values => ({
    id: id('booking', at), resource: id('resource', thing), start: moment(day, from), end: moment(day, until), owner: people[1 + (at % (people.length - 1))]!, ...rest,
  }))
  succeeded(await createMany(ctx, 'booking', bookings))
}
