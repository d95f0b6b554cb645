import { SegmentedControl, Select, Switch } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import type { FieldEditProps, FieldFilterProps, FieldShowProps, FieldWeb } from '../web.ts'
import { useSay } from '../web.ts'
import { words } from '../web-texts.ts'
import styles from '../fields.module.css'

function Show({ value, density }: FieldShowProps<'yesNo'>) {
  const say = useSay()
  if (value === null) return null
  if (density === 'cell' && value) return <IconCheck className={styles.icon} role="img" aria-label={say(words.yes)} />
  return <span className={value ? undefined : styles.quiet}>{say(value ? words.yes : words.no)}</span>
}

function Edit({ value, onChange, onCommit, onCancel, frame, autoFocus, disabled, density }: FieldEditProps<'yesNo'>) {
  const say = useSay()
  const { label, description, error, size, withAsterisk: _, inputWrapperOrder: __, 'aria-required': ___, ...rest } = frame
  return (
    <Switch
      {...rest}
      label={density === 'cell' ? say(value ? words.yes : words.no) : label}
      description={description}
      error={error}
      size={size ?? 'sm'}
      checked={value === true}
      autoFocus={autoFocus}
      disabled={disabled}
      onChange={(event) => onChange(event.currentTarget.checked)}
      onBlur={() => onCommit?.()}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && onCancel) onCommit?.()
        if (event.key === 'Escape' && onCancel) {
          event.stopPropagation()
          onCancel()
        }
      }}
    />
  )
}

function Filter({ value, onChange, many, frame, autoFocus }: FieldFilterProps<'yesNo'>) {
  const say = useSay()
  const data = [{ value: 'yes', label: say(words.yes) }, { value: 'no', label: say(words.no) }]
  const current = value === null || Array.isArray(value) ? null : value ? 'yes' : 'no'
  if (many) return <Select {...frame} autoFocus={autoFocus} data={data} value={current} onChange={(next) => onChange(next === null ? null : [next === 'yes'])} />
  return <SegmentedControl size={frame.size} aria-label={frame['aria-label']} data={data} value={current ?? ''} onChange={(next) => onChange(next === 'yes')} />
}

export const web: FieldWeb<'yesNo'> = { Show, Edit, Filter }
