import type { ChoiceValue } from '../../contract/definition.ts'
import { choiceFaults } from '../choice/faults.ts'
import { choiceFrom, classesOf, labelOf, labelsOf, unknownChoice } from '../choice/labels.ts'
import type { FieldType } from '../field.ts'
import { choiceOptions } from '../options.ts'
import { at, wrongKind } from '../refusals.ts'
import { sameSet } from '../textual.ts'

export const type: FieldType<'choices', string[]> = {
  name: 'choices',
  about: {
    label: { pl: 'Kilka z listy', en: 'Several of a list' },
    help: { pl: 'Dowolnie wiele wartości z przygotowanej listy: zainteresowania, certyfikaty.', en: 'Any number of values of a list made beforehand: interests, certificates.' },
    icon: 'list-check',
    group: 'choices',
  },
  options: choiceOptions,
  checkOptions: (field) => choiceFaults(field.choices),
  accept(json, field) {
    if (json === null || json === undefined || json === '') return null
    if (!Array.isArray(json)) return wrongKind('texts')
    const { byValue } = labelsOf(field.choices)
    for (const [index, value] of json.entries()) {
      if (typeof value !== 'string') return at(index, wrongKind('text'))
      if (!byValue.has(value)) return at(index, unknownChoice(value, field.choices))
    }
    return inOrder(json as string[], field.choices)
  },
  read(text, field) {
    const values: string[] = []
    for (const word of wordsOf(text, field.choices)) {
      const value = choiceFrom(word, field.choices)
      if (value === null) return unknownChoice(word, field.choices)
      values.push(value)
    }
    return inOrder(values, field.choices)
  },
  show(value, field, manner) {
    const labels = (value ?? []).map((each) => labelOf(each, field.choices, manner.language))
    return labels.join(labels.some((label) => label.includes(',')) ? '; ' : ', ')
  },
  cell: (value, field, manner) => (value === null ? null : { kind: 'text', value: type.show(value, field, manner) }),
  same: sameSet,
  exprType: (field) => ({ kind: 'list', of: classesOf(field.choices) }),
  exprValue: (value) => value,
  jsonSchema: (field) => ({ type: 'array', items: { type: 'string', enum: field.choices.map((choice) => choice.value) }, uniqueItems: true }),
}

/** Each value once, in the order the administrator gave them; null for none. */
function inOrder(values: readonly string[], choices: readonly ChoiceValue[]): string[] | null {
  const chosen = new Set(values)
  return chosen.size === 0 ? null : choices.map((choice) => choice.value).filter((value) => chosen.has(value))
}

/** Separated by ; | or lines; by commas only when there is none of these, because a label may hold a comma. */
function wordsOf(text: string, choices: readonly ChoiceValue[]): string[] {
  if (choiceFrom(text, choices) !== null) return [text]
  const separator = /[;|\n]/.test(text) ? /[;|\n]/ : /,/
  return text.split(separator).map((word) => word.trim()).filter((word) => word !== '')
}
