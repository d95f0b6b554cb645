import { TextInput } from '@mantine/core'
import style from './access.module.css'

/** Six digits, typed or filled in by the device. */
export function CodeInput({ label, description, value, onChange, error, autoFocus }: { label: string; description?: string; value: string; onChange(code: string): void; error?: string; autoFocus?: boolean }) {
  return (
    <TextInput
      label={label} description={description} value={value} onChange={(event) => onChange(event.currentTarget.value.replace(/[^\d ]/g, '').slice(0, 7))} error={error}
      inputMode="numeric" autoComplete="one-time-code" required withAsterisk={false} autoFocus={autoFocus} classNames={{ input: style.code }} inputWrapperOrder={['label', 'input', 'description', 'error']}
    />
  )
}
