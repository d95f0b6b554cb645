import type { Values } from '../../../contract/definition.ts'
import type { RecordRow } from '../../../contract/records.ts'
import type { Refusal } from '../../../contract/refusal.ts'
import type { Ctx } from '../context.ts'

/** A verb of an object, declared in its `actions`, done by a room. */
export interface ActionImplementation {
  object: string
  name: string
  /** Why it may not be done with this record now; null when it may. Shown on the disabled button. */
  why?(record: RecordRow, ctx: Ctx): Refusal | null
  /** Runs in its own transactions; `input` has passed the declaration's fields. Gives what the caller should know, or nothing. */
  run(ctx: Ctx, record: RecordRow, input: Values): Promise<unknown>
}

export const action = (implementation: ActionImplementation): ActionImplementation => implementation
