import type { MetadataAnswer } from '../../../../contract/records.ts'
import type { Text } from '../../../../contract/text.ts'
import type { ExprType } from '../../../../expression/types.ts'
import { typeOf } from '../../../../fields/types.ts'
import { fieldOf, isLink, objectOf, resolvePath, type FieldView } from '../../api/metadata.ts'

/** The field a condition is about: how it is called, of what type it is in expressions. */
export interface Asked {
  path: string
  labels: readonly Text[]
  alone: boolean
  field: FieldView
  part: string | null
  type: ExprType
  /** Leads to records that lie under one another, as far as this person may know. */
  leadsIntoTree: boolean
}

export function askedOf(metadata: MetadataAnswer, object: string, path: string): Asked | null {
  const resolved = resolvePath(metadata, object, path)
  if (resolved === null) return null
  const { last, part, fields } = resolved
  const found = part === null ? null : typeOf(last).parts?.(last)[part]
  if (part !== null && found == null) return null
  const labels = [...fields.map((step) => step.field.label), ...(found == null ? [] : [found.label])]
  return { path, labels, alone: found != null && (last.type === 'addresses' || last.type === 'address'), field: last, part, type: found == null ? typeOf(last).exprType(last) : found.type, leadsIntoTree: leadsIntoTree(metadata, last) }
}

function leadsIntoTree(metadata: MetadataAnswer, field: FieldView): boolean {
  const target = isLink(field) ? objectOf(metadata, field.target) : null
  return target?.tree !== undefined && fieldOf(target, target.tree) !== null
}
