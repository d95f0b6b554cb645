import type { FieldEditProps, FieldFilterProps, FieldShowProps, FieldWeb } from '../web.ts'
import { useSay } from '../web.ts'
import { ChooseOne, ChooseSeveral } from '../choosing.tsx'
import { titleOf } from '../choice/title.ts'
import { Tag } from '../tag.tsx'
import styles from '../fields.module.css'

function Show({ value, field, density }: FieldShowProps<'choices'>) {
  const say = useSay()
  if (value === null || value.length === 0) return null
  return (
    <span className={styles.tags} data-density={density}>
      {value.map((one) => {
        const choice = field.choices.find((candidate) => candidate.value === one)
        return <Tag key={one} color={choice?.color} title={titleOf(one, field.choices, say)}>{choice ? say(choice.label) : one}</Tag>
      })}
    </span>
  )
}

function Edit({ field, value, onChange, frame, density, ...rest }: FieldEditProps<'choices'>) {
  return <ChooseSeveral choices={field.choices} value={value ?? []} onChange={(next) => onChange(next.length === 0 ? null : next)} frame={frame} open={density === 'cell' && rest.autoFocus} {...rest} />
}

function Filter({ field, value, onChange, many, frame, autoFocus }: FieldFilterProps<'choices'>) {
  if (many) return <ChooseSeveral choices={field.choices} value={Array.isArray(value) ? (value as string[]) : []} onChange={onChange} frame={frame} autoFocus={autoFocus} open={autoFocus} past />
  return <ChooseOne choices={field.choices} value={typeof value === 'string' ? value : null} onChange={onChange} frame={frame} autoFocus={autoFocus} open={autoFocus} past />
}

export const web: FieldWeb<'choices'> = { Show, Edit, Filter }
