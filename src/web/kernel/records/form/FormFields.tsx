import { webOf } from '../../../../fields/webs.ts'
import { FieldEdit } from '../field/FieldEdit.tsx'
import type { FormField, RecordFormState } from './useRecordForm.ts'
import { partsOf } from './validity.ts'
import style from './form.module.css'

/** Fields of a form, two in a row where they are short, or one below another where the layout says so. */
export function FormFields({ form, fields, focus, columns }: { form: RecordFormState; fields: readonly FormField[]; focus?: string; columns?: 1 | 2 }) {
  return (
    <div className={style.fields} data-columns={columns}>
      {fields.filter(form.isShown).map((field) => <FormRow key={field.name} form={form} field={field} focus={focus === field.name} />)}
    </div>
  )
}

function FormRow({ form, field, focus }: { form: RecordFormState; field: FormField; focus: boolean }) {
  const parts = partsOf(form.errors, field.name)
  // A part that has no input of its own (a currency, a whole line) still says what is wrong.
  const error = form.errors[field.name] ?? (webOf(field).composite ? undefined : Object.values(parts)[0])
  return (
    <div className={style.field} data-wide={webOf(field).wide || undefined} data-field={field.name}>
      <FieldEdit
        field={form.offered(field)}
        value={form.values[field.name]}
        unread={form.unread[field.name]}
        onChange={(value, still) => form.set(field, value, still)}
        onCommit={() => form.leave(field)}
        error={error}
        partErrors={parts}
        required={form.isRequired(field)}
        disabledReason={form.whyDisabled(field)}
        autoFocus={focus}
      />
    </div>
  )
}

/** Takes the person to the first field that must be corrected. */
export function focusField(within: HTMLElement | null, path: string | undefined): void {
  if (path === undefined) return
  const place = within?.querySelector<HTMLElement>(`[data-field="${CSS.escape(path.split('.')[0]!)}"]`)
  const input = place?.querySelector<HTMLElement>('[aria-invalid="true"]') ?? place?.querySelector<HTMLElement>('input, textarea, button, select')
  place?.scrollIntoView({ block: 'nearest' })
  input?.focus()
}
