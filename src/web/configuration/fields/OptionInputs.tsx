import { Checkbox, NumberInput, Select, TagsInput, TextInput } from '@mantine/core'
import type { ComponentType } from 'react'
import type { ChoiceValue, FieldDefinition, ObjectDefinition } from '../../../contract/definition.ts'
import { say, type Text } from '../../../contract/text.ts'
import type { OptionDefinition, OptionKind } from '../../../fields/options.ts'
import { useSurroundings } from '../../../fields/web.ts'
import { Go } from '../../kernel/ui/Go.tsx'
import { useLanguage, useText } from '../../kernel/ui/language.ts'
import { itemOf, itemsOf, type Configuration } from '../../kernel/shaping/configuration.ts'
import { toListOfChoices } from '../links.ts'
import type { FieldDraft } from '../model.ts'
import { shapedFields } from '../model.ts'
import { ChoicesEditor } from '../parts/ChoicesEditor.tsx'
import { TextPair } from '../../kernel/shaping/TextPair.tsx'
import { texts } from './texts.ts'
import style from '../configuration.module.css'

export interface OptionPlace {
  configuration: Configuration
  object: ObjectDefinition
  /** As it is saved; null: not yet. */
  field: FieldDefinition | null
  draft: FieldDraft
  change(part: Record<string, unknown>): void
  errors: Record<string, string>
}

interface InputProps<O extends OptionDefinition = OptionDefinition> {
  name: string
  option: O
  place: OptionPlace
  frame: { label: string; description?: string; error?: string; disabled?: boolean; withAsterisk?: boolean; inputWrapperOrder: ('label' | 'input' | 'description' | 'error')[] }
}

/** Help stands below, so that inputs side by side are level. */
const below: InputProps['frame']['inputWrapperOrder'] = ['label', 'input', 'description', 'error']

/** An option of a field's type, asked for as its kind says. */
export function OptionInput({ name, option, place }: { name: string; option: OptionDefinition; place: OptionPlace }) {
  const language = useLanguage()
  const Input = inputs[option.kind] as ComponentType<InputProps>
  const frame = { label: say(option.label, language), description: option.help === undefined ? undefined : say(option.help, language), error: place.errors[name], inputWrapperOrder: below, disabled: option.fixed === true && place.field !== null, withAsterisk: option.required }
  return <Input name={name} option={option} place={place} frame={frame} />
}

const valueOf = <V,>({ name, place }: InputProps): V | undefined => place.draft[name] as V | undefined
const set = ({ name, place }: InputProps, value: unknown) => place.change({ [name]: value === '' || value === null ? undefined : value })

function NumberOption(props: InputProps) {
  const { option } = props
  const bounds = option.kind === 'whole' ? { min: option.min, max: option.max, allowDecimal: false } : {}
  return <NumberInput {...props.frame} {...bounds} value={valueOf<number>(props) ?? ''} onChange={(value) => set(props, typeof value === 'number' ? value : undefined)} decimalSeparator="," allowedDecimalSeparators={[',', '.']} clampBehavior="none" hideControls />
}

function YesNoOption(props: InputProps) {
  const { label, description, error } = props.frame
  return <Checkbox label={label} description={description} error={error} checked={valueOf<boolean>(props) === true} onChange={(event) => set(props, event.currentTarget.checked || undefined)} />
}

function WordsOption(props: InputProps<Extract<OptionDefinition, { kind: 'words' }>>) {
  return <div className={style.wide}><TextPair label={props.frame.label} help={props.frame.description} error={props.frame.error} value={valueOf<Text>(props)} onChange={(value) => set(props, value.pl || value.en ? value : undefined)} maxLength={props.option.maxLength} /></div>
}

function OneOf({ data, props, searchable = false }: { data: { value: string; label: string }[]; props: InputProps; searchable?: boolean }) {
  const t = useText()
  return <Select {...props.frame} data={data} value={valueOf<string>(props) ?? null} onChange={(value) => set(props, value)} clearable={props.option.required !== true} allowDeselect={false} searchable={searchable || data.length > 8} placeholder={t(texts.none)} />
}

function OneOfOption(props: InputProps<Extract<OptionDefinition, { kind: 'oneOf' }>>) {
  const t = useText()
  return <OneOf props={props} data={props.option.choices.map(({ value, label }) => ({ value, label: t(label) }))} />
}

function ObjectOption(props: InputProps) {
  const t = useText()
  return <OneOf props={props} searchable data={props.place.configuration.objects.filter((object) => object.hidden !== true).map((object) => ({ value: object.name, label: t(object.label) }))} />
}

function FieldOption(props: InputProps) {
  const t = useText()
  return <OneOf props={props} data={shapedFields(props.place.object).filter((field) => field.id !== props.place.field?.id).map((field) => ({ value: field.name, label: t(field.label) }))} />
}

function CurrencyOption(props: InputProps) {
  const { currencies } = useSurroundings()
  return <OneOf props={props} data={currencies.map((currency) => ({ value: currency, label: currency }))} />
}

/** What the program declared of a field of its own cannot be taken from it. */
const keptOf = ({ field }: OptionPlace): ReadonlySet<string> | undefined =>
  field === null || field.custom === true || !('choices' in field) ? undefined : new Set(field.choices.map(({ value }) => value))

function ChoicesOption(props: InputProps) {
  if (props.place.draft.list !== undefined) return null
  return <div className={style.wide}><ChoicesEditor label={props.frame.label} help={props.frame.description} error={props.frame.error} choices={valueOf<ChoiceValue[]>(props) ?? []} onChange={(choices) => set(props, choices)} kept={keptOf(props.place)} /></div>
}

function KindsOption(props: InputProps) {
  return <div className={style.wide}><ChoicesEditor flat label={props.frame.label} help={props.frame.description} error={props.frame.error} choices={valueOf<ChoiceValue[]>(props) ?? []} onChange={(choices) => set(props, choices)} /></div>
}

function ListOption(props: InputProps) {
  const t = useText()
  const { configuration, change } = props.place
  const chosen = valueOf<string>(props)
  const list = chosen === undefined ? null : itemOf(configuration, 'choiceList', chosen)
  const lists = itemsOf(configuration, 'choiceList')
  if (lists.length === 0 && list === null) return null
  const pick = (id: string | null) => change(id === null ? { list: undefined } : { list: id, choices: itemOf(configuration, 'choiceList', id)?.body.choices })
  return (
    <div>
      <Select {...props.frame} data={lists.map(({ id, body }) => ({ value: id, label: t(body.label) }))} value={chosen ?? null} onChange={pick} clearable placeholder={t(texts.ownValues)} />
      {list !== null && <Go className="sd-link" href={toListOfChoices(list.id)}>{t(texts.openList, { name: t(list.body.label) })}</Go>}
    </div>
  )
}

function PatternOption(props: InputProps) {
  return <TextInput {...props.frame} value={valueOf<string>(props) ?? ''} onChange={(event) => set(props, event.currentTarget.value)} maxLength={100} placeholder="OF/{yyyy}/{nnn}" />
}

function FileTypesOption(props: InputProps) {
  const t = useText()
  return <TagsInput {...props.frame} value={valueOf<string[]>(props) ?? []} onChange={(value) => set(props, value.length === 0 ? undefined : value)} placeholder={t(texts.fileTypesHint)} splitChars={[',', ' ', ';']} />
}

const inputs: { readonly [K in OptionKind['kind']]: ComponentType<InputProps<Extract<OptionDefinition, { kind: K }>>> } = {
  whole: NumberOption, decimal: NumberOption, yesNo: YesNoOption, words: WordsOption, oneOf: OneOfOption, object: ObjectOption, field: FieldOption, currency: CurrencyOption,
  choices: ChoicesOption, list: ListOption, kinds: KindsOption, pattern: PatternOption, fileTypes: FileTypesOption,
}
