import { Input } from '@mantine/core'
import { StoredFile } from '../stored.tsx'
import type { FieldEditProps, FieldShowProps, FieldWeb } from '../web.ts'
import { useSay } from '../web.ts'
import { words } from '../web-texts.ts'
import { Uploads } from '../uploads.tsx'
import { TypedFilter } from '../typed.tsx'
import styles from '../fields.module.css'

function Show({ value, field, density, at }: FieldShowProps<'file'>) {
  if (value === null) return null
  return density === 'cell' ? <span className={styles.oneLine}>{value.name}</span> : <StoredFile file={value} field={field.name} at={at} />
}

function Edit({ value, field, onChange, onCommit, frame, disabled, autoFocus }: FieldEditProps<'file'>) {
  const say = useSay()
  const set = (next: typeof value) => {
    onChange(next)
    onCommit?.()
  }
  return (
    <Input.Wrapper {...frame} labelElement="div">
      <Uploads accept={field.accept} many={false} buttonText={say(words.chooseFile)} label={say(field.label)} disabled={disabled} autoFocus={autoFocus} onSent={set}>
        {value && <StoredFile file={value} field={field.name} at={undefined} onRemove={disabled ? undefined : () => set(null)} />}
      </Uploads>
    </Input.Wrapper>
  )
}

export const web: FieldWeb<'file'> = { Show, Edit, Filter: TypedFilter, composite: true }
