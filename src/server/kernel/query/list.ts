import type { ListAnswer } from '../../../contract/records.ts'
import type { Ctx } from '../context.ts'
import type { ListRequest } from './request.ts'

/** One page of records the caller may see, in one SQL statement. Refuses 404 unknown_object, 403 not_allowed, 400 for all that is wrong in the request. */
export async function list(_ctx: Ctx, _request: ListRequest): Promise<ListAnswer> {
  throw new Error('being written')
}
