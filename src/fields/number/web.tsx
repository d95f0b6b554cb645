import { Input } from '@mantine/core'
import type { FieldEditProps, FieldWeb } from '../web.ts'
import { useSay } from '../web.ts'
import { TypedEdit, TypedFilter, TypedShow } from '../typed.tsx'

function Edit(props: FieldEditProps<'number'>) {
  const say = useSay()
  const { unit } = props.field
  return <TypedEdit {...props} options={{ inputMode: props.field.decimals === 0 ? 'numeric' : 'decimal', rightSection: unit && <Input.Description>{say(unit)}</Input.Description> }} />
}

export const web: FieldWeb<'number'> = { Show: TypedShow, Edit, Filter: TypedFilter, align: 'right' }
