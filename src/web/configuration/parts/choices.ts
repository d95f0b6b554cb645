import type { ChoiceValue } from '../../../contract/definition.ts'
import type { Text } from '../../../contract/text.ts'
import { valueFrom } from './names.ts'
import { whole } from '../../kernel/shaping/whole.ts'

/** A value being written: known by a passing name until it is saved for the first time. */
export const freshChoice = (choices: readonly ChoiceValue[], label: Text = { pl: '', en: '' }): ChoiceValue => ({ value: valueFrom('', [...choices.map(({ value }) => value)]), label })

/** Lines of text as values: 'Polski<TAB>English' or 'Polski;English'. Those already there are left out. */
export function pasted(text: string, choices: readonly ChoiceValue[]): ChoiceValue[] {
  const known = new Set(choices.flatMap(({ label }) => [label.pl.toLowerCase(), label.en.toLowerCase()]))
  const made: ChoiceValue[] = []
  for (const line of text.split('\n')) {
    const [pl = '', en = ''] = line.split(/\t|;/).map((part) => part.trim())
    const label = whole({ pl, en })
    if (label === undefined || known.has(label.pl.toLowerCase())) continue
    known.add(label.pl.toLowerCase())
    made.push(freshChoice([...choices, ...made], label))
  }
  return made
}

/** As they are sent: those without words left out, new ones known by their words for ever. `known` are values that records may have. */
export function settled(choices: readonly ChoiceValue[], known: ReadonlySet<string>): ChoiceValue[] {
  const names = new Map<string, string>()
  const worded = choices.flatMap((choice) => {
    const label = whole(choice.label)
    return label === undefined ? [] : [{ ...choice, label }]
  })
  for (const { value, label } of worded) names.set(value, known.has(value) ? value : valueFrom(label.en, [...known, ...names.values()]))
  return worded.map(({ parent, ...choice }) => ({ ...choice, value: names.get(choice.value)!, ...(parent !== undefined && names.has(parent) ? { parent: names.get(parent)! } : {}) }))
}
