import type { Ctx } from '../context.ts'
import type { GroupsAnswer, GroupsRequest } from './request.ts'

/** Groups and measures over the records the caller may see. */
export async function groups(_ctx: Ctx, _request: GroupsRequest): Promise<GroupsAnswer> {
  throw new Error('being written')
}
