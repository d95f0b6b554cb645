import type { ChoiceValue } from '../../contract/definition.ts'
import type { FieldSurroundings } from '../web.ts'
import { words } from '../web-texts.ts'
import { pathTo } from './tree.ts'

/** What shows when one points at a value: where it lies among the others, and that it is no longer offered. */
export function titleOf(value: string, choices: readonly ChoiceValue[], say: FieldSurroundings['say']): string | undefined {
  const path = pathTo(value, choices)
  const label = path.map((choice) => say(choice.label)).join(' › ')
  if (path.at(-1)?.archived) return say(words.archivedChoice, { label })
  return path.length > 1 ? label : undefined
}
