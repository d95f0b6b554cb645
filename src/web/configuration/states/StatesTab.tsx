import { Button, Select } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import type { Move, StateMachine } from '../../../contract/states.ts'
import { useGo } from '../../kernel/ui/go.ts'
import { useText } from '../../kernel/ui/language.ts'
import { told } from '../../kernel/ui/notify.tsx'
import { Section } from '../../kernel/ui/Page.tsx'
import { toNewField } from '../links.ts'
import { objectBecomes, objectById } from '../model.ts'
import type { TabProps } from '../objects/ObjectScreen.tsx'
import { SaveFoot } from '../parts/SaveFoot.tsx'
import { useDraft, useSaving } from '../parts/saving.ts'
import { choiceFields, currentValues, everyMove, settledShape, shapeOf, type ChoiceField, type Shape } from './machine.ts'
import { Moves } from './Moves.tsx'
import { PerType } from './PerType.tsx'
import { texts } from './texts.ts'
import style from '../configuration.module.css'

/** The types of record, their states, and the moves between them. */
export function StatesTab({ configuration, object }: TabProps) {
  const t = useText()
  const go = useGo()
  const draft = useDraft<Shape>(configuration, (of) => shapeOf(objectById(of, object.id) ?? object))
  const { value, base } = draft
  const saving = useSaving(() => {
    const now = objectById(base, object.id)!
    return [objectBecomes(base, now, settledShape(value, now))]
  }, () => {
    draft.forget()
    told(t(texts.saved))
  })
  const fields = choiceFields(object)
  const change = (part: Partial<Shape>) => draft.change({ ...value, ...part })
  const asData = (of: readonly ChoiceField[]) => of.map((field) => ({ value: field.name, label: t(field.label) }))
  if (fields.length === 0) return <><p className={style.fact}>{t(texts.noField)}</p><div className={style.panel}><Button variant="filled" leftSection={<IconPlus size={16} stroke={1.8} />} onClick={() => go(toNewField(object.id, 'choice'))}>{t(texts.addField)}</Button></div></>
  const { machine } = value
  const stateField = fields.find((field) => field.name === machine?.field)
  const typeField = fields.find((field) => field.name === value.typeField)
  const setMachine = (part: Partial<StateMachine>) => change({ machine: { ...machine!, ...part } })
  const pickField = (name: string | null) => change({ machine: name === null ? null : { field: name, moves: everyMove(currentValues(fields.find((field) => field.name === name))) } })
  return (
    <>
      <Section title={t(texts.types)} about={t(texts.typesAbout)}>
        <Select className={style.narrow} label={t(texts.typeField)} data={asData(fields.filter((field) => field.name !== machine?.field))} value={value.typeField} onChange={(name) => change({ typeField: name })} clearable placeholder={t(texts.noTypes)} />
      </Section>
      <Section title={t(texts.states)} about={t(texts.statesAbout)}>
        <Select className={style.narrow} label={t(texts.stateField)} data={asData(fields.filter((field) => field.name !== value.typeField))} value={machine?.field ?? null} onChange={pickField} clearable placeholder={t(texts.free)} />
        {machine !== null && <Select className={style.narrow} label={t(texts.initial)} data={currentValues(stateField).map((state) => ({ value: state.value, label: t(state.label) }))} value={machine.initial ?? null} onChange={(initial) => setMachine({ initial: initial ?? undefined })} clearable placeholder={t(texts.anyInitial)} />}
      </Section>
      {machine !== null && stateField !== undefined && (
        <>
          <Section wide title={t(texts.moves)} about={t(texts.movesAbout)}>
            <Moves configuration={base} object={object} states={currentValues(stateField)} types={currentValues(typeField)} moves={machine.moves} onChange={(moves: readonly Move[]) => setMachine({ moves })} />
          </Section>
          {typeField !== undefined && <Section wide title={t(texts.perType)} about={t(texts.perTypeAbout)}><PerType machine={machine} states={currentValues(stateField)} types={currentValues(typeField)} onChange={(types) => setMachine({ types })} /></Section>}
        </>
      )}
      <SaveFoot draft={draft} saving={saving} />
    </>
  )
}
