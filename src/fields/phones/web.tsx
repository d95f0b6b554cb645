import type { FieldDefinition } from '../../contract/definition.ts'
import { Entries, EntryLines, kept } from '../entries.tsx'
import { EntryInput } from '../entry-input.tsx'
import type { FieldEditProps, FieldShowProps, FieldWeb } from '../web.ts'
import { useManner, useSay } from '../web.ts'
import { words } from '../web-texts.ts'
import { phoneAsTyped } from '../phone/as-typed.ts'
import { usePlans } from '../phone/usePlans.ts'
import { Call } from '../phone/web.tsx'
import { TypedFilter } from '../typed.tsx'
import { asText } from '../as-text.ts'
import styles from '../fields.module.css'

const single = (field: FieldDefinition<'phones'>) => ({ ...field, type: 'phone' }) as unknown as FieldDefinition<'phone'>

function Show({ value, field, density }: FieldShowProps<'phones'>) {
  usePlans()
  const manner = useManner()
  if (value === null || value.length === 0) return null
  if (density === 'page') return <EntryLines entries={value} kinds={field.kinds}>{(entry) => <Call number={entry.value} field={field} />}</EntryLines>
  return <span className={styles.oneLine}>{asText(value[0]!.value, single(field), manner)}{value.length > 1 && <span className={styles.aside}> +{value.length - 1}</span>}</span>
}

function Edit({ value, field, onChange, onCommit, frame, disabled, autoFocus, partErrors }: FieldEditProps<'phones'>) {
  usePlans()
  const say = useSay()
  const label = say(field.label)
  return (
    <Entries entries={value ?? []} kinds={field.kinds} frame={frame} label={label} addText={words.addPhone} disabled={disabled} autoFocus={autoFocus}
      blank={(kind) => ({ kind, value: '' })} onChange={(entries) => onChange(entries.length === 0 ? null : entries)} onLeave={() => onCommit?.()}>
      {(entry, index, change, focus) => (
        <EntryInput field={single(field)} value={entry.value} onChange={(next) => change({ ...entry, value: next })} type="tel" inputMode="tel" group={phoneAsTyped} size={frame.size}
          label={`${say(words.entryNumber, { label, number: index + 1 })}: ${say(words.phoneNumber)}`} error={partErrors?.[`${index}.value`] ?? partErrors?.[String(index)]} autoFocus={focus} disabled={disabled} />
      )}
    </Entries>
  )
}

export const web: FieldWeb<'phones'> = {
  Show, Edit, Filter: TypedFilter, wide: true, composite: true,
  sent: (value) => kept(value, (entry) => entry.value.trim() === '') ?? [],
}
