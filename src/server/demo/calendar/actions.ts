import type { Ctx } from '../../kernel/context.ts'
import { createMany } from '../../kernel/records/create.ts'
import { isRefused, type Outcome } from '../../kernel/records/writing.ts'
import { changeFirmHours } from '../../hours/index.ts'
import * as texts from './texts.ts'

const succeeded = (outcomes: readonly Outcome[]): void => {
  for (const outcome of outcomes) if (isRefused(outcome)) throw outcome.refused
}

/** Working hours of the firm and of a few people, the firm's own days, and assistants who keep calendars. `people`: in the order they were employed. */
export async function loadCalendars(ctx: Ctx, people: readonly string[]): Promise<void> {
  await changeFirmHours(ctx, texts.firm)
  const year = Number(ctx.now.toISOString().slice(0, 4))
  succeeded(await createMany(ctx, 'dayOff', texts.daysOff.flatMap(({ name, day, kind }) => [year, year + 1].map((of) => ({ name, on: `${of}-${day}`, kind })))))
  succeeded(await createMany(ctx, 'workingHours', texts.hours.map(([who, values]) => ({ owner: people[who]!, ...values }))))
  succeeded(await createMany(ctx, 'calendarShare', texts.shares.map(([whose, person, level, title]) => ({ owner: people[whose]!, person: people[person]!, level, title }))))
}
