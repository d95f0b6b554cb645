import type { Ctx } from '../context.ts'
import type { FieldAccess } from './who.ts'

/** What the caller may do with the field, the most that any of his roles gives. Unknown fields: none. */
export function fieldAccess(_ctx: Ctx, _object: string, _field: string): FieldAccess {
  return 'none'
}
