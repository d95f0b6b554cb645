import { createElement } from 'react'
import type { FieldDefinition } from '../../../../contract/definition.ts'
import { asText } from '../../../../fields/as-text.ts'
import type { Density, FieldShowProps } from '../../../../fields/web.ts'
import { useManner } from '../../../../fields/web.ts'
import { webOf } from '../../../../fields/webs.ts'
import { partField } from './part.ts'

interface ShowProps {
  field: FieldDefinition
  value: unknown
  density?: Density
  /** What is left of a path behind the field: `city` of addresses. The value is then that part's. */
  part?: string | null
  /** The record it belongs to, for fetching files. */
  at?: { object: string; id: string }
}

/** A value of a field of any type, as a person reads it. Nothing for an empty one. */
export function FieldShow({ field, value, density = 'cell', part, at }: ShowProps) {
  const manner = useManner()
  if (value === null || value === undefined || value === '') return null
  const shown = part ? partField(field, part) : field
  if (shown === null) return <>{typeof value === 'object' ? asText(value, field, manner) : String(value)}</>
  return createElement(webOf(shown).Show, { value, field: shown, density, at } as unknown as FieldShowProps<typeof shown.type>)
}
