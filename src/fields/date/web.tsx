import type { FieldWeb } from '../web.ts'
import { DatedEdit, DatedFilter } from '../dated.tsx'
import { TypedShow } from '../typed.tsx'

export const web: FieldWeb<'date'> = { Show: TypedShow, Edit: DatedEdit, Filter: DatedFilter }
