import type { FieldWeb } from '../web.ts'
import { TypedEdit, TypedFilter, TypedShow } from '../typed.tsx'

export const web: FieldWeb<'percent'> = {
  Show: TypedShow,
  Edit: (props) => <TypedEdit {...props} options={{ inputMode: 'decimal' }} />,
  Filter: TypedFilter,
  align: 'right',
}
