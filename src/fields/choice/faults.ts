/** What is wrong with a list of values itself. */
import { colors, type ChoiceValue } from '../../contract/definition.ts'
import type { Refusal } from '../../contract/refusal.ts'
import { languages } from '../../contract/text.ts'
import { at, no } from '../refusals.ts'

/** `option` is where the list stands in the field. Kinds of phones and the like are no tree. */
export function choiceFaults(choices: readonly ChoiceValue[], option: 'choices' | 'kinds' = 'choices'): Refusal[] {
  if (choices.length === 0) return [at(option, no('choice.none'))]
  const seen = new Set<string>()
  const each = choices.flatMap((choice, index) => {
    const faults = [...valueFaults(choice, choices, option), ...(seen.has(choice.value) ? [no('choice.doubled', { value: choice.value })] : [])]
    seen.add(choice.value)
    return faults.map((fault) => at(option, at(index, fault)))
  })
  const circle = circleIn(choices)
  return circle === null ? each : [...each, at(option, no('choice.circle', { circle: circle.join(' → ') }))]
}

function valueFaults({ value, label, color, parent }: ChoiceValue, choices: readonly ChoiceValue[], option: 'choices' | 'kinds'): Refusal[] {
  const faults: Refusal[] = []
  if (typeof value !== 'string' || !/^[\p{L}\p{N}][\p{L}\p{N}_-]{0,59}$/u.test(value)) faults.push(no('choice.code', { value: String(value) }))
  if (languages.some((language) => !label?.[language]?.trim())) faults.push(no('choice.label', { value: String(value) }))
  if (color !== undefined && !colors.includes(color)) faults.push(no('choice.color', { value, allowed: colors.join(', ') }))
  if (parent !== undefined && option === 'kinds') faults.push(no('choice.kinds_flat', { value }))
  else if (parent !== undefined && !choices.some((other) => other.value === parent)) faults.push(no('choice.parent', { value, parent }))
  return faults
}

/** The first values found that lie under one another without end, from one of them back to it. */
function circleIn(choices: readonly ChoiceValue[]): string[] | null {
  const parentOf = new Map(choices.map((choice) => [choice.value, choice.parent]))
  const sound = new Set<string>()
  for (const { value } of choices) {
    const way: string[] = []
    for (let next: string | undefined = value; next !== undefined && !sound.has(next); next = parentOf.get(next)) {
      if (way.includes(next)) return [...way.slice(way.indexOf(next)), next]
      way.push(next)
    }
    for (const passed of way) sound.add(passed)
  }
  return null
}
