import { MultiSelect, Select } from '@mantine/core'
import type { ChoiceValue } from '../../../contract/definition.ts'
import type { StateMachine } from '../../../contract/states.ts'
import { useText } from '../../kernel/ui/language.ts'
import { texts } from './texts.ts'
import style from '../configuration.module.css'

type OfType = NonNullable<StateMachine['types']>[number]

/** Which states records of each type may have, and where they begin. */
export function PerType({ machine, states, types, onChange }: { machine: StateMachine; states: readonly ChoiceValue[]; types: readonly ChoiceValue[]; onChange(types: readonly OfType[] | undefined): void }) {
  const t = useText()
  const data = states.map(({ value, label }) => ({ value, label: t(label) }))
  const known = machine.types ?? []
  function set(type: string, chosen: readonly string[], initial: string | null) {
    const others = known.filter((one) => one.type !== type)
    const next = chosen.length === 0 ? others : [...others, { type, states: chosen, ...(initial !== null && chosen.includes(initial) ? { initial } : {}) }]
    onChange(next.length === 0 ? undefined : next)
  }
  return types.map(({ value, label }) => {
    const now = known.find((one) => one.type === value)
    return (
      <div key={value} className={style.options}>
        <MultiSelect label={t(texts.statesOf, { type: t(label) })} data={data} value={[...(now?.states ?? [])]} onChange={(chosen) => set(value, chosen, now?.initial ?? null)} clearable />
        {now !== undefined && <Select label={t(texts.initialOf, { type: t(label) })} data={data.filter((state) => now.states.includes(state.value))} value={now.initial ?? null} onChange={(initial) => set(value, now.states, initial)} clearable placeholder={t(texts.anyInitial)} />}
      </div>
    )
  })
}
