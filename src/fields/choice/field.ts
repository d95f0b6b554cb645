import type { FieldType } from '../field.ts'
import { choiceOptions } from '../options.ts'
import { wrongKind } from '../refusals.ts'
import { choiceFaults } from './faults.ts'
import { choiceFrom, classesOf, labelOf, labelsOf, unknownChoice } from './labels.ts'

export const type: FieldType<'choice', string> = {
  name: 'choice',
  about: {
    label: { pl: 'Jedno z listy', en: 'One of a list' },
    help: { pl: 'Jedna wartość z przygotowanej listy, z kolorem: status, branża, źródło.', en: 'One value of a list made beforehand, with a colour: status, industry, source.' },
    icon: 'circle-dot',
    group: 'choices',
  },
  options: choiceOptions,
  checkOptions: (field) => choiceFaults(field.choices),
  widensTo: [{ to: 'choices', convert: 'list' }],
  accept(json, field) {
    if (json === null || json === undefined || json === '') return null
    if (typeof json !== 'string') return wrongKind('text')
    return labelsOf(field.choices).byValue.has(json) ? json : unknownChoice(json, field.choices)
  },
  read(text, field) {
    if (text.trim() === '') return null
    return choiceFrom(text, field.choices) ?? unknownChoice(text, field.choices)
  },
  show: (value, field, manner) => (value === null ? '' : labelOf(value, field.choices, manner.language)),
  cell: (value, field, manner) => (value === null ? null : { kind: 'text', value: labelOf(value, field.choices, manner.language) }),
  same: (a, b) => a === b,
  exprType: (field) => classesOf(field.choices),
  exprValue: (value) => value,
  jsonSchema: (field) => ({ type: 'string', enum: field.choices.map((choice) => choice.value) }),
}
