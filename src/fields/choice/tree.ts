/** Values that lie under one another, as a picker shows them. */
import type { ChoiceValue } from '../../contract/definition.ts'

export interface Branch {
  choice: ChoiceValue
  /** 0 at the top. */
  depth: number
}

/** Each value right after the one it lies under, otherwise in the order given. Of a circle, and of a missing parent, the values stand at the top. */
export function inTreeOrder(choices: readonly ChoiceValue[]): Branch[] {
  const codes = new Set(choices.map((choice) => choice.value))
  const under = Map.groupBy(choices, ({ parent }) => (parent !== undefined && codes.has(parent) ? parent : null))
  const branches: Branch[] = []
  const placed = new Set<string>()
  const place = (choice: ChoiceValue, depth: number): void => {
    if (placed.has(choice.value)) return
    placed.add(choice.value)
    branches.push({ choice, depth })
    for (const below of under.get(choice.value) ?? []) place(below, depth + 1)
  }
  for (const top of under.get(null) ?? []) place(top, 0)
  for (const rest of choices) place(rest, 0)
  return branches
}

/** From the top to the value itself: what its short name alone would leave open. */
export function pathTo(value: string, choices: readonly ChoiceValue[]): ChoiceValue[] {
  const path: ChoiceValue[] = []
  for (let next = choices.find((choice) => choice.value === value); next !== undefined && !path.includes(next); ) {
    path.unshift(next)
    const { parent } = next
    next = parent === undefined ? undefined : choices.find((choice) => choice.value === parent)
  }
  return path
}
