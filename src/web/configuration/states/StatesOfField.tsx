import { Select } from '@mantine/core'
import type { ChoiceValue, ObjectDefinition } from '../../../contract/definition.ts'
import type { StateMachine } from '../../../contract/states.ts'
import type { Configuration } from '../../kernel/shaping/configuration.ts'
import { useText } from '../../kernel/ui/language.ts'
import { Section } from '../../kernel/ui/Page.tsx'
import { asData, currentValues, freshMachine, type ChoiceField } from './machine.ts'
import { Moves } from './Moves.tsx'
import { PerType } from './PerType.tsx'
import { texts } from './texts.ts'
import style from '../configuration.module.css'

interface OfFieldProps {
  configuration: Configuration
  object: ObjectDefinition
  machine: StateMachine
  /** Those that may say the state: its own, and those that say nothing else yet. */
  fields: readonly ChoiceField[]
  types: readonly ChoiceValue[]
  /** null: the field has no states any longer. */
  onChange(machine: StateMachine | null): void
}

/** The states of one field: where a record begins, and the moves between them. */
export function StatesOfField({ configuration, object, machine, fields, types, onChange }: OfFieldProps) {
  const t = useText()
  const field = fields.find(({ name }) => name === machine.field)
  const states = currentValues(field)
  const set = (part: Partial<StateMachine>) => onChange({ ...machine, ...part })
  const named = (title: string) => (field === undefined ? title : `${title}: ${t(field.label)}`)
  return (
    <>
      <Section title={named(t(texts.states))} about={t(texts.statesAbout)}>
        <Select className={style.narrow} label={t(texts.stateField)} data={asData(fields, t)} value={machine.field} onChange={(name) => onChange(name === null ? null : freshMachine(fields.find((one) => one.name === name)!))} clearable allowDeselect={false} />
        <Select className={style.narrow} label={t(texts.initial)} data={states.map(({ value, label }) => ({ value, label: t(label) }))} value={machine.initial ?? null} onChange={(initial) => set({ initial: initial ?? undefined })} clearable allowDeselect={false} placeholder={t(texts.anyInitial)} />
      </Section>
      <Section wide title={named(t(texts.moves))} about={t(texts.movesAbout)}>
        <Moves configuration={configuration} object={object} states={states} types={types} moves={machine.moves} onChange={(moves) => set({ moves })} />
      </Section>
      {types.length > 0 && <Section wide title={named(t(texts.perType))} about={t(texts.perTypeAbout)}><PerType machine={machine} states={states} types={types} onChange={(next) => set({ types: next })} /></Section>}
    </>
  )
}
