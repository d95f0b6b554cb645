/** The row rule as a condition for hand-written SQL and for the write path. */
import type { Verb } from '../../../contract/definition.ts'
import type { Sql } from '../../../expression/sql.ts'
import type { Ctx } from '../context.ts'
import { fill, rightsValues } from '../query/slots.ts'
import { compiled } from '../query/statements.ts'
import { ruleOf } from './ways.ts'

export { mayVerb } from './field-access.ts'

/** The condition on rows of `alias` (the object's table) that the caller may reach with this verb: true, false or a condition. Says nothing of the trash. */
export function rowRule(ctx: Ctx, object: string, verb: Verb, alias: string): Sql {
  return fill(compiled(ctx, `rule ${object} ${verb} ${alias}`, (draft) => ruleOf(draft, object, verb, alias)), rightsValues(ctx))
}
