/** Whether what is said of a field fits its type: each option by its kind, then all of them together by the type. */
import type { ChoiceValue, FieldCommon, FieldDefinition } from '../contract/definition.ts'
import type { Refusal } from '../contract/refusal.ts'
import { languages } from '../contract/text.ts'
import { isCurrency } from './money/currencies.ts'
import type { OptionDefinition, OptionKind } from './options.ts'
import { at, no, noWith } from './refusals.ts'
import { expected } from './texts.ts'
import { typeOf } from './types.ts'

/** What every field may say, whatever its type. */
const common: Readonly<Record<keyof FieldCommon | 'type', true>> = {
  type: true, id: true, name: true, label: true, help: true, required: true, default: true, workedOutFrom: true, readOnly: true, searchable: true, indexed: true, shownWhen: true,
  requiredWhen: true, readOnlyWhen: true, column: true, custom: true, hidden: true, formerNames: true, formerReverses: true, formula: true, notKept: true, computed: true, released: true, colors: true,
}

/**
 * All that is wrong with a field's options; `field` of each refusal is the option, or a place in it: `choices.2`.
 * Names of objects, fields and shared lists are known elsewhere: that there are such is not asked here.
 */
export function optionFaults(field: FieldDefinition): Refusal[] {
  const type = typeOf(field)
  const options = type.options as Readonly<Record<string, OptionDefinition>>
  const given = field as unknown as Readonly<Record<string, unknown>>
  const unknown = Object.keys(given).filter((key) => given[key] !== undefined && !(key in common) && !(key in options))
  const faults = [
    ...unknown.map((key) => at(key, no('option.unknown', { value: key }))),
    ...Object.entries(options).flatMap(([option, about]) => {
      const fault = faultOf(given[option], about)
      return fault === null ? [] : [at(option, fault)]
    }),
  ]
  return faults.length > 0 ? faults : [...(type.checkOptions?.(field) ?? [])]
}

function faultOf(value: unknown, option: OptionDefinition): Refusal | null {
  if (value === undefined) return option.required ? noWith('option.missing', { option: option.label }) : null
  const wanted = kinds[option.kind]
  if (!wanted.is(value as never, option as never)) return noWith('option.kind', { option: option.label, expected: expected[wanted.expected] })
  if (option.kind !== 'whole' || (Number(value) >= option.min && Number(value) <= option.max)) return null
  return noWith('option.range', { option: option.label }, { min: option.min, max: option.max })
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== ''
const isListOf = <V>(value: unknown, is: (each: unknown) => each is V): value is V[] => Array.isArray(value) && value.every(is)
const isChoice = (value: unknown): value is ChoiceValue => typeof value === 'object' && value !== null && 'value' in value && 'label' in value
const isWords = (value: unknown, most: number): boolean => typeof value === 'object' && value !== null && languages.every((language) => isText((value as Record<string, unknown>)[language]) && (value as Record<string, string>)[language]!.length <= most)

const kinds: { readonly [K in OptionKind['kind']]: { expected: keyof typeof expected; is(value: unknown, option: Extract<OptionDefinition, { kind: K }>): boolean } } = {
  whole: { expected: 'whole', is: Number.isSafeInteger },
  decimal: { expected: 'number', is: Number.isFinite },
  yesNo: { expected: 'yesNo', is: (value) => typeof value === 'boolean' },
  words: { expected: 'words', is: (value, option) => isWords(value, option.maxLength) },
  oneOf: { expected: 'oneOf', is: (value, option) => option.choices.some((choice) => choice.value === value) },
  object: { expected: 'name', is: isText },
  field: { expected: 'name', is: isText },
  list: { expected: 'name', is: isText },
  pattern: { expected: 'text', is: isText },
  currency: { expected: 'currency', is: (value) => isText(value) && isCurrency(value) },
  choices: { expected: 'choiceValues', is: (value) => isListOf(value, isChoice) },
  kinds: { expected: 'choiceValues', is: (value) => isListOf(value, isChoice) },
  fileTypes: { expected: 'fileTypes', is: (value) => isListOf(value, isText) && value.every((each) => /^(\.[\w.+-]+|[\w.+-]+\/(\*|[\w.+-]+))$/.test(each)) },
}
