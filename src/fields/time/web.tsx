import type { FieldEditProps, FieldWeb } from '../web.ts'
import { useSay } from '../web.ts'
import { words } from '../web-texts.ts'
import { TypedEdit, TypedFilter, TypedShow } from '../typed.tsx'

function Edit(props: FieldEditProps<'time'>) {
  const say = useSay()
  return <TypedEdit {...props} options={{ placeholder: say(words.timeHint) }} />
}

export const web: FieldWeb<'time'> = { Show: TypedShow, Edit, Filter: TypedFilter }
