import { Input } from '@mantine/core'
import type { FieldEditProps, FieldShowProps, FieldWeb } from '../web.ts'
import { useSay } from '../web.ts'
import { TypedFilter, TypedShow } from '../typed.tsx'
import { AddressLines, AddressPartsEdit } from './parts-edit.tsx'

function Show(props: FieldShowProps<'address'>) {
  if (props.value === null) return null
  return props.density === 'cell' ? <TypedShow {...props} /> : <div><AddressLines address={props.value} /></div>
}

function Edit({ value, field, onChange, onCommit, frame, autoFocus, disabled, partErrors }: FieldEditProps<'address'>) {
  const say = useSay()
  const leave = (event: React.FocusEvent) => {
    if (!event.currentTarget.contains(event.relatedTarget)) onCommit?.()
  }
  return (
    <Input.Wrapper {...frame} labelElement="div">
      <div role="group" aria-label={say(field.label)} onBlur={leave}>
        <AddressPartsEdit value={value ?? {}} onChange={(next) => onChange(Object.values(next).some(Boolean) ? next : null)} size={frame.size} named={say(field.label)} errors={partErrors ?? {}} autoFocus={autoFocus} disabled={disabled} />
      </div>
    </Input.Wrapper>
  )
}

export const web: FieldWeb<'address'> = { Show, Edit, Filter: TypedFilter, wide: true, composite: true }
