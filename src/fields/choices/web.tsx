import type { FieldEditProps, FieldFilterProps, FieldShowProps, FieldWeb } from '../web.ts'
import { useSay } from '../web.ts'
import { ChooseOne, ChooseSeveral } from '../choosing.tsx'
import { titleOf } from '../choice/title.ts'
import { Tags } from '../tag.tsx'

function Show({ value, field, density }: FieldShowProps<'choices'>) {
  const say = useSay()
  if (value === null || value.length === 0) return null
  const tagOf = (one: string) => {
    const choice = field.choices.find((candidate) => candidate.value === one)
    return { key: one, label: choice ? say(choice.label) : one, color: choice?.color }
  }
  return <Tags of={value.map(tagOf)} density={density} />
}

function Edit({ field, value, onChange, frame, density, ...rest }: FieldEditProps<'choices'>) {
  return <ChooseSeveral choices={field.choices} value={value ?? []} onChange={(next) => onChange(next.length === 0 ? null : next)} frame={frame} open={density === 'cell' && rest.autoFocus} {...rest} />
}

function Filter({ field, value, onChange, many, frame, autoFocus }: FieldFilterProps<'choices'>) {
  if (many) return <ChooseSeveral choices={field.choices} value={Array.isArray(value) ? (value as string[]) : []} onChange={onChange} frame={frame} autoFocus={autoFocus} open={autoFocus} past />
  return <ChooseOne choices={field.choices} value={typeof value === 'string' ? value : null} onChange={onChange} frame={frame} autoFocus={autoFocus} open={autoFocus} past />
}

export const web: FieldWeb<'choices'> = { Show, Edit, Filter }
