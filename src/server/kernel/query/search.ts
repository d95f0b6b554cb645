import type { Ctx } from '../context.ts'
import type { SearchAnswer } from './request.ts'

/** Global search over all objects with searchable fields that the caller may see; `limit` hits an object (5). */
export async function search(_ctx: Ctx, _text: string, _options: { objects?: readonly string[]; limit?: number } = {}): Promise<SearchAnswer> {
  throw new Error('being written')
}
