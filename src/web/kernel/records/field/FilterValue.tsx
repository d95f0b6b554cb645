import { createElement } from 'react'
import type { FieldDefinition } from '../../../../contract/definition.ts'
import type { ExprValue } from '../../../../expression/types.ts'
import type { FieldFilterProps } from '../../../../fields/web.ts'
import { webOf } from '../../../../fields/webs.ts'
import { useText } from '../../ui/language.ts'
import { partField } from './part.ts'

interface FilterValueProps {
  field: FieldDefinition
  part?: string | null
  /** In the expression language's own values; a record is {id, name}; with `many` a list of them. */
  value: ExprValue
  onChange(value: ExprValue): void
  many?: boolean
  autoFocus?: boolean
  size?: 'xs' | 'sm'
}

/** What a field is compared with in a filter. */
export function FilterValue({ field, part, value, onChange, many, autoFocus, size = 'sm' }: FilterValueProps) {
  const t = useText()
  const asked = part ? (partField(field, part) ?? field) : field
  return createElement(webOf(asked).Filter, { field: asked, value, onChange, many, autoFocus, frame: { 'aria-label': t(asked.label), size } } as unknown as FieldFilterProps<typeof asked.type>)
}
