import { Input } from '@mantine/core'
import { StoredFile } from '../stored.tsx'
import type { FieldEditProps, FieldShowProps, FieldWeb } from '../web.ts'
import { useSay, useSurroundings } from '../web.ts'
import { words } from '../web-texts.ts'
import { Uploads } from '../uploads.tsx'
import { TypedFilter } from '../typed.tsx'
import styles from '../fields.module.css'

/** Pictures that a browser draws without running anything; SVG may carry script. */
const pictures = ['image/png', 'image/jpeg', 'image/webp', 'image/gif'] as const

function Show({ value, field, density, at }: FieldShowProps<'picture'>) {
  const say = useSay()
  const { fileHref } = useSurroundings()
  if (value === null) return null
  if (at === undefined) return <span className={styles.oneLine}>{value.name}</span>
  const src = fileHref(value, { ...at, field: field.name })
  if (density === 'cell') return <img className={styles.thumb} src={src} alt="" loading="lazy" />
  return <img className={styles.picture} src={src} alt={`${say(field.label)}: ${value.name}`} loading="lazy" />
}

function Edit({ value, field, onChange, onCommit, frame, disabled, autoFocus }: FieldEditProps<'picture'>) {
  const say = useSay()
  const set = (next: typeof value) => {
    onChange(next)
    onCommit?.()
  }
  return (
    <Input.Wrapper {...frame} labelElement="div">
      <Uploads accept={pictures} many={false} buttonText={say(words.choosePicture)} label={say(field.label)} disabled={disabled} autoFocus={autoFocus} onSent={set}>
        {value && <StoredFile file={value} field={field.name} at={undefined} onRemove={disabled ? undefined : () => set(null)} />}
      </Uploads>
    </Input.Wrapper>
  )
}

export const web: FieldWeb<'picture'> = { Show, Edit, Filter: TypedFilter, composite: true }
