import { parse } from '../../../../expression/parse.ts'
import { show } from '../../../../expression/show.ts'
import { join, split, type Part } from './conditions.ts'

/** A rule as alternatives of which one must hold, each a list of conditions that all must hold; null for what is no expression (yet). */
export function alternativesOf(rule: string): Part[][] | null {
  if (rule.trim() === '') return []
  const { tree } = parse(rule)
  if (tree === undefined) return null
  const texts = tree.kind === 'or' ? tree.parts.map((part) => show(part)) : [rule]
  return texts.map((text) => split(text).parts ?? [{ kind: 'other', text }])
}

export const fromAlternatives = (alternatives: readonly (readonly Part[])[]): string =>
  alternatives.filter((parts) => parts.length > 0).map((parts) => join(parts)).join(' or ')
