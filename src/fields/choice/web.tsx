import type { FieldEditProps, FieldFilterProps, FieldShowProps, FieldWeb } from '../web.ts'
import { useSay } from '../web.ts'
import { ChooseOne, ChooseSeveral } from '../choosing.tsx'
import { Tag } from '../tag.tsx'
import { titleOf } from './title.ts'

function Show({ value, field }: FieldShowProps<'choice'>) {
  const say = useSay()
  if (value === null) return null
  const choice = field.choices.find((one) => one.value === value)
  const label = choice ? say(choice.label) : value
  const title = titleOf(value, field.choices, say)
  return choice?.color ? <Tag color={choice.color} title={title}>{label}</Tag> : <span title={title}>{label}</span>
}

function Edit({ field, value, onChange, frame, density, ...rest }: FieldEditProps<'choice'>) {
  return <ChooseOne choices={field.choices} value={value} onChange={onChange} frame={frame} clearable={!field.required} open={density === 'cell' && rest.autoFocus} {...rest} />
}

function Filter({ field, value, onChange, many, frame, autoFocus }: FieldFilterProps<'choice'>) {
  if (many) return <ChooseSeveral choices={field.choices} value={Array.isArray(value) ? (value as string[]) : []} onChange={onChange} frame={frame} autoFocus={autoFocus} open={autoFocus} past />
  return <ChooseOne choices={field.choices} value={typeof value === 'string' ? value : null} onChange={onChange} frame={frame} autoFocus={autoFocus} open={autoFocus} past />
}

export const web: FieldWeb<'choice'> = { Show, Edit, Filter }
