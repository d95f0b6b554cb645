import type { FieldDefinition } from '../../contract/definition.ts'
import { Entries, EntryLines, kept } from '../entries.tsx'
import { EntryInput } from '../entry-input.tsx'
import type { FieldEditProps, FieldShowProps, FieldWeb } from '../web.ts'
import { useSay } from '../web.ts'
import { words } from '../web-texts.ts'
import { MailTo } from '../mail/web.tsx'
import { TypedFilter } from '../typed.tsx'
import styles from '../fields.module.css'

const single = (field: FieldDefinition<'mails'>) => ({ ...field, type: 'mail' }) as unknown as FieldDefinition<'mail'>

function Show({ value, field, density }: FieldShowProps<'mails'>) {
  if (value === null || value.length === 0) return null
  if (density === 'page') return <EntryLines entries={value} kinds={field.kinds}>{(entry) => <MailTo address={entry.value} />}</EntryLines>
  return <span className={styles.oneLine}>{value[0]!.value}{value.length > 1 && <span className={styles.aside}> +{value.length - 1}</span>}</span>
}

function Edit({ value, field, onChange, onCommit, frame, disabled, autoFocus, partErrors }: FieldEditProps<'mails'>) {
  const say = useSay()
  const label = say(field.label)
  return (
    <Entries entries={value ?? []} kinds={field.kinds} frame={frame} label={label} addText={words.addMail} disabled={disabled} autoFocus={autoFocus}
      blank={(kind) => ({ kind, value: '' })} onChange={(entries) => onChange(entries.length === 0 ? null : entries)} onLeave={() => onCommit?.()}>
      {(entry, index, change, focus) => (
        <EntryInput field={single(field)} value={entry.value} onChange={(next) => change({ ...entry, value: next })} type="text" inputMode="email" size={frame.size}
          label={`${say(words.entryNumber, { label, number: index + 1 })}: ${say(words.mailAddress)}`} error={partErrors?.[`${index}.value`] ?? partErrors?.[String(index)]} autoFocus={focus} disabled={disabled} />
      )}
    </Entries>
  )
}

export const web: FieldWeb<'mails'> = {
  Show, Edit, Filter: TypedFilter, wide: true, composite: true,
  sent: (value) => kept(value, (entry) => entry.value.trim() === '') ?? [],
}
