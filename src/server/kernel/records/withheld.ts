import type { MassVerb } from '../../../contract/definition.ts'
import { refuse } from '../../../contract/refusal.ts'
import { mayMass } from '../access/withheld.ts'
import type { Ctx } from '../context.ts'
import { massWithheld } from './texts.ts'

/** Refuses 403 mass_withheld to whom his roles leave only single records. */
export function requireMass(ctx: Ctx, object: string, verb: MassVerb): void {
  if (!mayMass(ctx.who, object, verb)) refuse('mass_withheld', massWithheld[verb], { status: 403 })
}
