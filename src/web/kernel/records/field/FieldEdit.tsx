import { createElement, Suspense, useId } from 'react'
import type { ComponentType } from 'react'
import type { FieldDefinition } from '../../../../contract/definition.ts'
import type { Density, FieldEditProps, InputFrame, Unread } from '../../../../fields/web.ts'
import { webOf } from '../../../../fields/webs.ts'
import { useText } from '../../ui/language.ts'
import { FieldLabel } from './FieldLabel.tsx'
import { useOwnField } from './own.ts'

export interface EditProps {
  field: FieldDefinition
  value: unknown
  /** Each change; `unread` while the text cannot be read as this type. */
  onChange(value: unknown, unread?: Unread): void
  onCommit?(): void
  onCancel?(): void
  unread?: Unread
  error?: string
  partErrors?: Readonly<Record<string, string>>
  required?: boolean
  autoFocus?: boolean
  /** Why it cannot be changed. */
  disabledReason?: string
  /** page: label above and help (a form). cell: the bare input, in a list or in place. */
  density?: Density
  id?: string
}

/** A field of any type, being edited. */
export function FieldEdit(props: EditProps) {
  const { field, density = 'page' } = props
  const t = useText()
  const own = useId()
  const Own = useOwnField(field)?.Edit
  const label = t(field.label)
  const help = props.disabledReason ?? (field.help ? t(field.help) : undefined)
  const first = props.autoFocus && !webOf(field).composite ? true : undefined
  const page: InputFrame = { 'data-autofocus': first, id: props.id ?? own, label: field.computed === undefined ? label : createElement(FieldLabel, { field }), description: help, error: props.error, withAsterisk: props.required, 'aria-required': props.required || undefined, inputWrapperOrder: ['label', 'input', 'description', 'error'] }
  const cell: InputFrame = { id: props.id ?? own, 'aria-label': label, error: props.error, size: 'sm' }
  const given = {
    field,
    value: props.value ?? null,
    onChange: props.onChange,
    onCommit: props.onCommit,
    onCancel: props.onCancel,
    unread: props.unread,
    frame: density === 'page' ? page : cell,
    autoFocus: props.autoFocus,
    disabled: props.disabledReason !== undefined,
    density,
    partErrors: props.partErrors,
  } as unknown as FieldEditProps<never>
  return Own === undefined ? createElement(webOf(field).Edit as ComponentType<FieldEditProps<never>>, given) : createElement(Suspense, null, createElement(Own, given))
}
