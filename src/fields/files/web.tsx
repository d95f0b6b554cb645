import { Input } from '@mantine/core'
import { StoredFile } from '../stored.tsx'
import type { FieldEditProps, FieldShowProps, FieldWeb } from '../web.ts'
import { useSay } from '../web.ts'
import { words } from '../web-texts.ts'
import { Uploads } from '../uploads.tsx'
import { TypedFilter } from '../typed.tsx'
import styles from '../fields.module.css'

function Show({ value, field, density, at }: FieldShowProps<'files'>) {
  if (value === null || value.length === 0) return null
  if (density === 'cell') return <span className={styles.oneLine}>{value.map((file) => file.name).join(', ')}</span>
  return <ul className={styles.files}>{value.map((file) => <li key={file.hash + file.name}><StoredFile file={file} field={field.name} at={at} /></li>)}</ul>
}

function Edit({ value, field, onChange, onCommit, frame, disabled, autoFocus }: FieldEditProps<'files'>) {
  const say = useSay()
  const files = value ?? []
  const remove = (index: number) => onChange(files.length === 1 ? null : files.filter((_, at) => at !== index))
  const leave = (event: React.FocusEvent) => {
    if (!event.currentTarget.contains(event.relatedTarget)) onCommit?.()
  }
  return (
    <Input.Wrapper {...frame} labelElement="div" onBlur={leave}>
      <Uploads accept={field.accept} many buttonText={say(words.addFiles)} label={say(field.label)} disabled={disabled} autoFocus={autoFocus} onSent={(file) => onChange([...files, file])}>
        {files.length > 0 && (
          <ul className={styles.files}>
            {files.map((file, index) => <li key={file.hash + file.name}><StoredFile file={file} field={field.name} at={undefined} onRemove={disabled ? undefined : () => remove(index)} /></li>)}
          </ul>
        )}
      </Uploads>
    </Input.Wrapper>
  )
}

export const web: FieldWeb<'files'> = { Show, Edit, Filter: TypedFilter, wide: true, composite: true }
