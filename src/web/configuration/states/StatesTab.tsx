import { Button, Select } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import type { StateMachine } from '../../../contract/states.ts'
import { useGo } from '../../kernel/ui/go.ts'
import { useText } from '../../kernel/ui/language.ts'
import { told } from '../../kernel/ui/notify.tsx'
import { Section } from '../../kernel/ui/Page.tsx'
import { toNewField } from '../links.ts'
import { objectBecomes, objectById } from '../model.ts'
import type { TabProps } from '../objects/ObjectScreen.tsx'
import { SaveFoot } from '../parts/SaveFoot.tsx'
import { useDraft, useSaving } from '../parts/saving.ts'
import { asData, choiceFields, currentValues, freshMachine, settledShape, shapeOf, type ChoiceField, type Shape } from './machine.ts'
import { StatesOfField } from './StatesOfField.tsx'
import { texts } from './texts.ts'
import style from '../configuration.module.css'

/** The types of record, their states, and the moves between them. */
export function StatesTab({ configuration, object }: TabProps) {
  const t = useText()
  const draft = useDraft<Shape>(configuration, (of) => shapeOf(objectById(of, object.id) ?? object))
  const { value, base } = draft
  const saving = useSaving(() => [objectBecomes(base, objectById(base, object.id)!, settledShape(value))], () => {
    draft.forget()
    told(t(texts.saved))
  })
  const fields = choiceFields(object)
  if (fields.length === 0) return <NoField object={object.id} />
  const change = (part: Partial<Shape>) => draft.change({ ...value, ...part })
  const isState = (field: ChoiceField) => value.machines.some((machine) => machine.field === field.name)
  const free = fields.filter((field) => !isState(field) && field.name !== value.typeField)
  const typeField = fields.find((field) => field.name === value.typeField)
  const setOne = (at: number, machine: StateMachine | null) => change({ machines: value.machines.flatMap((one, index) => (index !== at ? one : (machine ?? []))) })
  return (
    <>
      <Section title={t(texts.types)} about={t(texts.typesAbout)}>
        <Select className={style.narrow} label={t(texts.typeField)} data={asData(fields.filter((field) => !isState(field)), t)} value={value.typeField} onChange={(name) => change({ typeField: name })} clearable placeholder={t(texts.noTypes)} />
      </Section>
      {value.machines.map((machine, at) => (
        <StatesOfField key={at} configuration={base} object={object} machine={machine} fields={fields.filter((field) => field.name === machine.field || free.includes(field))} types={currentValues(typeField)} onChange={(next) => setOne(at, next)} />
      ))}
      {free.length > 0 && (
        <Section title={t(value.machines.length === 0 ? texts.states : texts.moreStates)} about={t(value.machines.length === 0 ? texts.statesAbout : texts.moreStatesAbout)}>
          <Select className={style.narrow} label={t(value.machines.length === 0 ? texts.stateField : texts.anotherField)} data={asData(free, t)} value={null} onChange={(name) => name !== null && change({ machines: [...value.machines, freshMachine(free.find((field) => field.name === name)!)] })} placeholder={t(texts.free)} />
        </Section>
      )}
      <SaveFoot draft={draft} saving={saving} />
    </>
  )
}

function NoField({ object }: { object: string }) {
  const t = useText()
  const go = useGo()
  return <><p className={style.fact}>{t(texts.noField)}</p><div className={style.panel}><Button variant="filled" leftSection={<IconPlus size={16} stroke={1.8} />} onClick={() => go(toNewField(object, 'choice'))}>{t(texts.addField)}</Button></div></>
}
