import { Checkbox, Select, TextInput } from '@mantine/core'
import type { FieldDefinition, FieldTypeName, ObjectDefinition } from '../../../contract/definition.ts'
import type { Text } from '../../../contract/text.ts'
import { types } from '../../../fields/types.ts'
import { webOf } from '../../../fields/webs.ts'
import { useMetadata } from '../../kernel/api/metadata.ts'
import { fieldSentences } from '../../kernel/api/problem.ts'
import { useText } from '../../kernel/ui/language.ts'
import { Section } from '../../kernel/ui/Page.tsx'
import type { Configuration } from '../../kernel/shaping/configuration.ts'
import { targetOf, type FieldDraft } from '../model.ts'
import { ConditionInput } from '../../kernel/shaping/ConditionInput.tsx'
import { ExpressionBox } from '../../kernel/shaping/ExpressionBox.tsx'
import { surroundingsOf, type Surroundings } from '../../kernel/shaping/scope.ts'
import { TextPair } from '../../kernel/shaping/TextPair.tsx'
import { Colors } from './Colors.tsx'
import { optionsOf, proposedName, ready } from './draft.ts'
import { Formula } from './Formula.tsx'
import { OptionInput, type OptionPlace } from './OptionInputs.tsx'
import { texts } from './texts.ts'
import style from '../configuration.module.css'

interface FormProps {
  configuration: Configuration
  object: ObjectDefinition
  field: FieldDefinition | null
  draft: FieldDraft
  change(part: Record<string, unknown>): void
  error: unknown
}

/** All that may be said of a field. What its type lets one say comes from the type; of a field of the program, less. */
export function FieldForm(props: FormProps) {
  const t = useText()
  const metadata = useMetadata()
  const { configuration, object, field, draft } = props
  // With the values as they will be saved: the formula of a choice may name one that was typed a moment ago.
  const asField = { id: 'draft', ...ready(draft, object, field), ...(field === null ? {} : { id: field.id }), name: draft.name || proposedName(draft, object) || 'value' } as unknown as FieldDefinition
  const around = surroundingsOf(configuration.objects, metadata, { object: object.name, instead: asField })
  const place: OptionPlace = { configuration, object, field, draft, change: props.change, errors: placed(fieldSentences(props.error), object, asField) }
  const mayOptions = field === null || field.custom === true
  const options = optionsOf(draft.type).filter(([name]) => mayOptions || name === 'choices')
  const isCalculated = draft.formula !== undefined
  return (
    <>
      <What {...props} place={place} />
      {options.length > 0 && !(isCalculated && webOf(asField).given) && (
        <Section title={t(texts.options)} about={t(types[draft.type].about.label)}>
          <div className={style.options}>{options.map(([name, option]) => <OptionInput key={name} name={name} option={option} place={place} />)}</div>
        </Section>
      )}
      {mayOptions && <Formula {...props} around={around} asField={asField} />}
      <Behaviour place={place} around={around} asField={asField} />
      {!isCalculated && <Conditions place={place} around={around} />}
      <Section title={t(texts.colors)} about={t(texts.colorsAbout)}>
        <Colors colors={draft.colors ?? []} onChange={(colors) => props.change({ colors: colors.length === 0 ? undefined : colors })} around={around} />
      </Section>
    </>
  )
}

/** 'changes.0.decimals' and 'policy.expiry.decimals' → decimals. */
function placed(sentences: Record<string, string>, object: ObjectDefinition, field: FieldDefinition): Record<string, string> {
  const own = `${object.name}.${field.name}.`
  return Object.fromEntries(Object.entries(sentences).map(([at, told]) => [at.startsWith(own) ? at.slice(own.length) : at.replace(/^changes\.0\./, ''), told]).map(([at, told]) => [at!.split('.')[0]!, told!]))
}

function What({ object, field, draft, change, place }: FormProps & { place: OptionPlace }) {
  const t = useText()
  return (
    <Section title={t(texts.what)} about={t(types[draft.type].about.help)}>
      <TextPair label={t(texts.label)} value={draft.label} onChange={(label) => change({ label })} error={place.errors.label} required autoFocus={field === null} />
      <TextPair long label={t(texts.help)} help={t(texts.helpAbout)} value={draft.help} onChange={(help: Partial<Text>) => change({ help: help.pl || help.en ? help : undefined })} error={place.errors.help} maxLength={1_000} />
      {(field === null || field.custom === true) && (
        <TextInput label={t(texts.apiName)} description={t(texts.apiNameHelp)} value={draft.name ?? ''} placeholder={proposedName(draft, object)} onChange={(event) => change({ name: event.currentTarget.value.trim() })} error={place.errors.name} maxLength={40} />
      )}
      {field !== null && field.custom === true && field.formula === undefined && <TypeChange field={field} draft={draft} change={change} error={place.errors.type} />}
    </Section>
  )
}

function TypeChange({ field, draft, change, error }: { field: FieldDefinition; draft: FieldDraft; change: FormProps['change']; error?: string }) {
  const t = useText()
  const wider = types[field.type].widensTo ?? []
  if (wider.length === 0) return null
  const data = [field.type, ...wider.map(({ to }) => to)].map((type) => ({ value: type, label: t(types[type].about.label) }))
  function become(type: FieldTypeName) {
    const sayable = new Set([...optionsOf(type).map(([name]) => name)])
    const lost = optionsOf(draft.type).map(([name]) => name).filter((name) => !sayable.has(name))
    change({ type, ...Object.fromEntries(lost.map((name) => [name, undefined])) })
  }
  return <Select label={t(texts.type)} description={t(texts.typeHelp)} data={data} value={draft.type} onChange={(type) => type !== null && become(type as FieldTypeName)} allowDeselect={false} error={error} />
}

function Behaviour({ place, around, asField }: { place: OptionPlace; around: Surroundings; asField: FieldDefinition }) {
  const t = useText()
  const { draft, change, field, errors } = place
  const isGiven = draft.formula !== undefined || webOf(asField).given === true
  const isLink = targetOf(asField) !== null
  const box = (key: 'required' | 'searchable' | 'indexed' | 'hidden', label: string, help: string) => (
    <Checkbox key={key} label={label} description={help} checked={draft[key] === true} onChange={(event) => change({ [key]: event.currentTarget.checked })} error={errors[key]} />
  )
  return (
    <Section title={t(texts.behaviour)}>
      <div className={style.switches}>
        {!isGiven && box('required', t(texts.required), t(texts.requiredHelp))}
        {types[draft.type].searchTexts !== undefined && draft.formula === undefined && box('searchable', t(texts.searchable), t(texts.searchableHelp))}
        {!isLink && draft.computed !== 'live' && box('indexed', t(texts.indexed), t(texts.indexedHelp))}
        {field !== null && field.custom !== true && box('hidden', t(texts.hidden), t(texts.hiddenHelp))}
      </div>
      {!isGiven && <ExpressionBox label={t(texts.initial)} help={t(texts.initialHelp)} around={around} expected={types[draft.type].exprType(asField as never)} text={draft.default?.expression ?? ''} onChange={(expression) => change({ default: expression === '' ? undefined : { expression } })} />}
    </Section>
  )
}

const conditions = ['shownWhen', 'requiredWhen', 'readOnlyWhen'] as const

function Conditions({ place, around }: { place: OptionPlace; around: Surroundings }) {
  const t = useText()
  return (
    <Section title={t(texts.conditions)} about={t(texts.conditionsAbout)}>
      {conditions.map((key) => <ConditionInput key={key} label={t(texts[key])} around={around} text={place.draft[key] ?? ''} onChange={(text) => place.change({ [key]: text === '' ? undefined : text })} />)}
    </Section>
  )
}
