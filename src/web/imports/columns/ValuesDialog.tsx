import { Button, Group, Modal, Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import { fold } from '../../../expression/fold.ts'
import { fromText } from '../../../fields/as-text.ts'
import { yesNoWords } from '../../../fields/texts.ts'
import type { FieldView } from '../../kernel/api/metadata.ts'
import { RefusedFace, Waiting } from '../../kernel/ui/faces.tsx'
import { useLanguage, useManner, useText, type Teller } from '../../kernel/ui/language.ts'
import { countText } from '../../kernel/ui/number.ts'
import { useColumnValues, type Import } from '../api.ts'
import { texts } from './texts.ts'
import page from '../imports.module.css'
import style from './columns.module.css'

interface ValuesDialogProps {
  it: Import
  column: number
  header: string
  field: FieldView
  values: Readonly<Record<string, string>>
  onChange(values: Record<string, string>): void
  onClose(): void
}
interface Meaning {
  value: string
  label: string
}

/** What the program's choices are called in the file: each different value once, the most frequent first. */
export function ValuesDialog({ it, column, header, field, values, onChange, onClose }: ValuesDialogProps) {
  const t = useText()
  const found = useColumnValues(it, column, true)
  const set = (text: string, meaning: string | null) => onChange(Object.fromEntries([...Object.entries(values).filter(([from]) => fold(from) !== fold(text)), ...(meaning === null ? [] : [[text, meaning] as const])]))
  return (
    <Modal opened onClose={onClose} title={t(texts.translateOf, { column: header })} size="lg">
      <p className={page.why}>{t(texts.translateAbout)}</p>
      {found.isError ? <RefusedFace error={found.error} onRetry={() => void found.refetch()} /> : found.data === undefined ? <Waiting lines={6} /> : (
        <>
          {found.data.values.length === 0 && <p>{t(texts.noValues)}</p>}
          <ul className={`${page.plain} ${style.values}`}>
            {found.data.values.map(({ text, count }) => <ValueLine key={text} text={text} count={count} field={field} meaning={meaningOf(values, text)} onChange={(meaning) => set(text, meaning)} />)}
          </ul>
          {found.data.more && <p className={page.why}>{t(texts.moreValues)}</p>}
        </>
      )}
      <Group justify="flex-end" mt="lg"><Button variant="filled" onClick={onClose}>{t(texts.done)}</Button></Group>
    </Modal>
  )
}

const meaningOf = (values: Readonly<Record<string, string>>, text: string): string | null => Object.entries(values).find(([from]) => fold(from) === fold(text))?.[1] ?? null
// An empty meaning is a choice too; a Select has no room for '' as a value.
const ignored = '\u0000'

function ValueLine({ text, count, field, meaning, onChange }: { text: string; count: number; field: FieldView; meaning: string | null; onChange(meaning: string | null): void }) {
  const t = useText()
  const language = useLanguage()
  const manner = useManner()
  const meanings = meaningsOf(field, t)
  const read = meanings === null ? null : fromText(text, field, manner)
  const known = read !== null && 'value' in read ? [read.value].flat().map((value) => meanings!.find((one) => one.value === wordOf(value))?.label ?? String(value)).join(', ') : null
  const label = t(texts.meaningOf, { value: text })
  return (
    <li className={style.value}>
      <span className={style.valueText}>{text} <span className={page.small}>× {countText(count, language)}</span></span>
      {meanings === null ? <FreeMeaning label={label} meaning={meaning} onChange={onChange} /> : (
        <Select
          aria-label={label} searchable clearable placeholder={known ?? t(texts.unknown)} error={known === null && meaning === null}
          data={[{ value: ignored, label: t(texts.ignored) }, ...meanings]} value={meaning === '' ? ignored : meaning} onChange={(value) => onChange(value === ignored ? '' : value)}
        />
      )}
    </li>
  )
}

/** Names of linked records: written as they are called here. */
function FreeMeaning({ label, meaning, onChange }: { label: string; meaning: string | null; onChange(meaning: string | null): void }) {
  const t = useText()
  const [typed, setTyped] = useState(meaning ?? '')
  return <TextInput aria-label={label} placeholder={t(texts.asItIs)} value={typed} onChange={(event) => setTyped(event.currentTarget.value)} onBlur={() => onChange(typed.trim() === '' ? null : typed.trim())} />
}

const wordOf = (value: unknown): string => (value === true ? 'yes' : value === false ? 'no' : String(value))

function meaningsOf(field: FieldView, t: Teller): Meaning[] | null {
  if (field.type === 'choice' || field.type === 'choices') return field.choices.filter((choice) => !choice.archived).map((choice) => ({ value: choice.value, label: t(choice.label) }))
  if (field.type === 'yesNo') return (['yes', 'no'] as const).map((value) => ({ value, label: t(yesNoWords[value]) }))
  return null
}
