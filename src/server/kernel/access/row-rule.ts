import type { Verb } from '../../../contract/definition.ts'
import { raw, type Sql } from '../../../expression/sql.ts'
import type { Ctx } from '../context.ts'

/** The condition on rows of `alias` (the object's table) that the caller may reach with this verb: true, false or a condition. Says nothing of the trash. */
export function rowRule(_ctx: Ctx, _object: string, _verb: Verb, _alias: string): Sql {
  return raw('false')
}

/** Is there any record at all he might do it with? False: refuse the function itself (403). */
export function mayVerb(_ctx: Ctx, _object: string, _verb: Verb): boolean {
  return false
}
