import type { RecordRow } from '../../../contract/records.ts'
import type { Ctx } from '../context.ts'
import type { ListRequest } from './request.ts'

/** All records of a list, of one moment, about 1,000 at a time; `limit` and `after` are not heeded. */
export async function* stream(_ctx: Ctx, _request: ListRequest): AsyncGenerator<RecordRow[]> {
  throw new Error('being written')
}
