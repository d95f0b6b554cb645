import type { RecordRow } from '../../../contract/records.ts'
import type { Ctx } from '../context.ts'

/** One record with all fields the caller may read (or the columns asked for) and what he may do with it; null: not there or not visible. */
export async function one(_ctx: Ctx, _object: string, _id: string, _options: { columns?: readonly string[]; trash?: boolean } = {}): Promise<RecordRow | null> {
  throw new Error('being written')
}
