import type { Manner } from '../../fields/field.ts'
import type { Ctx } from './context.ts'
import { todayIn } from './records/conditions.ts'

/** How this person writes and reads values; `today` is the day where he is. */
export const mannerOf = (ctx: Ctx): Manner => ({ language: ctx.language, timeZone: ctx.timeZone, today: todayIn(ctx), currency: ctx.currency })
