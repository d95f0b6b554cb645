import type { ChoiceValue, FieldDefinition, FieldTypeName, ObjectDefinition } from '../../../contract/definition.ts'
import type { Text } from '../../../contract/text.ts'
import type { OptionDefinition } from '../../../fields/options.ts'
import { types } from '../../../fields/types.ts'
import type { Configuration } from '../../kernel/shaping/configuration.ts'
import { draftOf, fieldById, objectById, type FieldDraft } from '../model.ts'
import { settled } from '../parts/choices.ts'
import { nameFrom } from '../parts/names.ts'
import { whole } from '../../kernel/shaping/whole.ts'

export const optionsOf = (type: FieldTypeName): [string, OptionDefinition][] => Object.entries(types[type].options as Record<string, OptionDefinition>)

/** Options that hold values with words: choices and kinds. */
const worded = (type: FieldTypeName): string[] => optionsOf(type).filter(([, { kind }]) => kind === 'choices' || kind === 'kinds').map(([name]) => name)

export const freshField = (type: FieldTypeName): FieldDraft => ({ type, label: { pl: '', en: '' }, name: '', ...Object.fromEntries(worded(type).map((option) => [option, []])) }) as unknown as FieldDraft

export function draftOfField(configuration: Configuration, object: string, id: string): FieldDraft {
  const field = fieldById(objectById(configuration, object)!, id)
  return field === null ? freshField('text') : draftOf(field)
}

export const proposedName = ({ label }: FieldDraft, object: ObjectDefinition): string => nameFrom(label?.en.trim() || label?.pl || '', object.fields.map((field) => field.name))

/** As it is sent: a name where none was given, both languages, values with what they are known by. */
export function ready(draft: FieldDraft, object: ObjectDefinition, field: FieldDefinition | null): FieldDraft {
  const next: Record<string, unknown> = { ...draft, name: draft.name || proposedName(draft, object), label: whole(draft.label as Partial<Text>) ?? { pl: '', en: '' }, help: whole(draft.help as Partial<Text> | undefined) }
  for (const [option, { kind }] of optionsOf(draft.type)) {
    if (kind === 'words') next[option] = whole(draft[option] as Partial<Text> | undefined)
    if (kind !== 'choices' && kind !== 'kinds') continue
    const known = (field as unknown as Record<string, readonly ChoiceValue[]> | null)?.[option] ?? []
    next[option] = settled((draft[option] as readonly ChoiceValue[] | undefined) ?? [], new Set(known.map(({ value }) => value)))
  }
  const { colors } = draft
  return { ...next, colors: colors === undefined || colors.length === 0 ? undefined : colors.filter(({ when }) => when.trim() !== '') } as FieldDraft
}
