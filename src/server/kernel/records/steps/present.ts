import type { RecordRow } from '../../../../contract/records.ts'
import type { Ctx } from '../../context.ts'
import { one } from '../../query/one.ts'

/** The record as its writer may see it. What he wrote and may not read is answered by id and version alone. */
export async function present(ctx: Ctx, object: string, written: { id: string; version: number }): Promise<RecordRow> {
  return (await one(ctx, object, written.id)) ?? { id: written.id, version: written.version }
}
