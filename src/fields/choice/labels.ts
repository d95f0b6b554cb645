/** Values of a choice by their code and by their labels in every language, folded: 'Klient', 'klient', 'customer'. */
import type { ChoiceValue } from '../../contract/definition.ts'
import type { Refusal } from '../../contract/refusal.ts'
import { languages, type Language, type Text } from '../../contract/text.ts'
import type { ExprType } from '../../expression/types.ts'
import { fold } from '../../expression/fold.ts'
import { noWith } from '../refusals.ts'
import type { Sentence } from '../texts.ts'

interface Labels {
  byValue: ReadonlyMap<string, ChoiceValue>
  byWord: ReadonlyMap<string, string>
}

// Declarations never change, so what is made of one list of choices serves as long as the list lives.
const made = new WeakMap<readonly ChoiceValue[], Labels>()

export function labelsOf(choices: readonly ChoiceValue[]): Labels {
  let labels = made.get(choices)
  if (labels === undefined) {
    const byWord = new Map<string, string>()
    for (const choice of choices) for (const language of languages) if (!byWord.has(fold(choice.label[language]))) byWord.set(fold(choice.label[language]), choice.value)
    for (const choice of choices) byWord.set(fold(choice.value), choice.value)
    labels = { byValue: new Map(choices.map((choice) => [choice.value, choice])), byWord }
    made.set(choices, labels)
  }
  return labels
}

export const choiceFrom = (text: string, choices: readonly ChoiceValue[]): string | null => labelsOf(choices).byWord.get(fold(text)) ?? null

/** The label a person reads; a value that is no longer in the list shows itself. */
export const labelOf = (value: string, choices: readonly ChoiceValue[], language: Language): string => labelsOf(choices).byValue.get(value)?.label[language] ?? value

/** Refused, with the first twelve values that would do. */
export function unknownChoice(value: string, choices: readonly ChoiceValue[], code: Extract<Sentence, 'choice.unknown' | 'entry.kind'> = 'choice.unknown'): Refusal {
  return noWith(code, { allowed: allowedLabels(choices) }, { value })
}

function allowedLabels(choices: readonly ChoiceValue[]): Text {
  const current = choices.filter((choice) => !choice.archived)
  const list = (language: Language) => current.slice(0, 12).map((choice) => choice.label[language]).join(', ') + (current.length > 12 ? ', …' : '')
  return { pl: list('pl'), en: list('en') }
}

const types = new WeakMap<readonly ChoiceValue[], ExprType & { kind: 'choice' }>()

/** The values as expressions know them, with what lies above each. */
export function classesOf(choices: readonly ChoiceValue[]): ExprType & { kind: 'choice' } {
  let type = types.get(choices)
  if (type === undefined) {
    const parents = Object.fromEntries(choices.flatMap(({ value, parent }) => (parent === undefined ? [] : [[value, parent]])))
    type = { kind: 'choice', values: choices.map(({ value }) => value), ...(Object.keys(parents).length === 0 ? {} : { parents }) }
    types.set(choices, type)
  }
  return type
}
