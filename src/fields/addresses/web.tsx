import { Entries, EntryLines, kept } from '../entries.tsx'
import type { FieldEditProps, FieldShowProps, FieldWeb } from '../web.ts'
import { useSay } from '../web.ts'
import { words } from '../web-texts.ts'
import { AddressLines, AddressPartsEdit, errorsUnder, isBlankAddress } from '../address/parts-edit.tsx'
import { TypedFilter } from '../typed.tsx'
import styles from '../fields.module.css'

function Show({ value, field, density }: FieldShowProps<'addresses'>) {
  if (value === null || value.length === 0) return null
  if (density === 'page') return <EntryLines entries={value} kinds={field.kinds} always>{(entry) => <AddressLines address={entry} />}</EntryLines>
  const { street, building, city } = value[0]!
  return <span className={styles.oneLine}>{[city, [street, building].filter(Boolean).join(' ')].filter(Boolean).join(', ')}{value.length > 1 && <span className={styles.aside}> +{value.length - 1}</span>}</span>
}

function Edit({ value, field, onChange, onCommit, frame, disabled, autoFocus, partErrors }: FieldEditProps<'addresses'>) {
  const say = useSay()
  const label = say(field.label)
  return (
    <Entries entries={value ?? []} kinds={field.kinds} frame={frame} label={label} addText={words.addAddress} disabled={disabled} autoFocus={autoFocus} tall
      blank={(kind) => ({ kind, country: 'PL' })} onChange={(entries) => onChange(entries.length === 0 ? null : entries)} onLeave={() => onCommit?.()}>
      {(entry, index, change, focus) => (
        <AddressPartsEdit value={entry} onChange={change} size={frame.size} named={say(words.entryNumber, { label, number: index + 1 })} errors={errorsUnder(partErrors, `${index}.`)} autoFocus={focus} disabled={disabled} />
      )}
    </Entries>
  )
}

export const web: FieldWeb<'addresses'> = { Show, Edit, Filter: TypedFilter, wide: true, composite: true, sent: (value) => kept(value, isBlankAddress) ?? [] }
