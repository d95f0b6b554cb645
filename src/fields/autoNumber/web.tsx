import { TextInput } from '@mantine/core'
import type { FieldEditProps, FieldWeb } from '../web.ts'
import { useSay } from '../web.ts'
import { words } from '../web-texts.ts'
import { TypedFilter, TypedShow } from '../typed.tsx'

function Edit({ value, frame }: FieldEditProps<'autoNumber'>) {
  const say = useSay()
  return <TextInput {...frame} value={value ?? ''} placeholder={say(words.givenOnSaving)} disabled readOnly />
}

export const web: FieldWeb<'autoNumber'> = { Show: TypedShow, Edit, Filter: TypedFilter, given: true }
