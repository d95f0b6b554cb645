import { createElement, Suspense } from 'react'
import type { FieldDefinition } from '../../../../contract/definition.ts'
import { asText } from '../../../../fields/as-text.ts'
import type { Density, FieldShowProps } from '../../../../fields/web.ts'
import { Tag } from '../../../../fields/tag.tsx'
import { useManner } from '../../../../fields/web.ts'
import { webOf } from '../../../../fields/webs.ts'
import { colorOf } from './colors.ts'
import { useOwnField } from './own.ts'
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
  const own = useOwnField(field)
  if (value === null || value === undefined || value === '') return null
  const shown = part ? partField(field, part) : field
  if (shown === null) return <>{typeof value === 'object' ? asText(value, field, manner) : String(value)}</>
  const color = part || Array.isArray(value) ? null : colorOf(field, value, manner)
  if (own?.Show !== undefined && !part) return createElement(Suspense, null, createElement(own.Show, { value, field: shown, density, at } as unknown as FieldShowProps<never>))
  if (color === null) return createElement(webOf(shown).Show, { value, field: shown, density, at } as unknown as FieldShowProps<typeof shown.type>)
  // The word stays: the colour only helps.
  return <Tag color={color}>{createElement(webOf(shown).Show, { value, field: withoutOwnColors(shown), density, at } as unknown as FieldShowProps<typeof shown.type>)}</Tag>
}

const withoutOwnColors = (field: FieldDefinition): FieldDefinition => (field.type === 'choice' ? { ...field, choices: field.choices.map(({ color: _, ...choice }) => choice) } : field)
