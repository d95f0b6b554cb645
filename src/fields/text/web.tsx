import type { FieldWeb } from '../web.ts'
import { grouped } from '../grouping.ts'
import { TypedEdit, TypedFilter, TypedShow } from '../typed.tsx'

export const web: FieldWeb<'text'> = {
  Show: TypedShow,
  Edit: (props) => <TypedEdit {...props} options={{ group: grouped, inputMode: props.field.pattern === 'nip' || props.field.pattern === 'regon' || props.field.pattern === 'krs' ? 'numeric' : undefined }} />,
  Filter: TypedFilter,
}
