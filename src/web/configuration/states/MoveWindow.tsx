import { Button, MultiSelect, Select } from '@mantine/core'
import type { ChoiceValue } from '../../../contract/definition.ts'
import type { Move } from '../../../contract/states.ts'
import { useMetadata } from '../../kernel/api/metadata.ts'
import { useList } from '../../kernel/api/records.ts'
import { useText } from '../../kernel/ui/language.ts'
import { Window } from '../../kernel/ui/Window.tsx'
import { shapedFields } from '../model.ts'
import { ConditionInput } from '../../kernel/shaping/ConditionInput.tsx'
import { surroundingsOf } from '../../kernel/shaping/scope.ts'
import { TextPair } from '../../kernel/shaping/TextPair.tsx'
import type { MovesProps } from './Moves.tsx'
import { texts } from './texts.ts'
import style from '../configuration.module.css'
import parts from '../parts/parts.module.css'

interface WindowProps extends MovesProps {
  move: Move
  onSet(part: Partial<Move>): void
  onClose(): void
}

/** Nothing chosen means nothing said. */
const some = (values: readonly string[]): readonly string[] | undefined => (values.length === 0 ? undefined : values)

/** One move: from where to where, who may, what must be filled, on what condition and what is said when it does not hold. */
export function MoveWindow({ configuration, object, states, types, move, onSet, onClose }: WindowProps) {
  const t = useText()
  const around = surroundingsOf(configuration.objects, useMetadata(), { object: object.name })
  const asData = (values: readonly ChoiceValue[]) => values.map(({ value, label }) => ({ value, label: t(label) }))
  const fields = shapedFields(object).filter((field) => field.hidden !== true && field.formula === undefined).map((field) => ({ value: field.name, label: t(field.label) }))
  return (
    <Window title={t(texts.move)} onClose={onClose}>
      <div className={style.stack}>
        <TextPair label={t(texts.label)} value={move.label} onChange={(label) => onSet({ label: { pl: label.pl ?? '', en: label.en ?? '' } })} required autoFocus />
        <MultiSelect label={t(texts.from)} data={asData(states)} value={[...move.from]} onChange={(from) => onSet({ from })} placeholder={move.from.length === 0 ? t(texts.fromAny) : undefined} clearable />
        <Select label={t(texts.to)} data={asData(states)} value={move.to} onChange={(to) => to !== null && onSet({ to })} allowDeselect={false} />
        {types.length > 0 && <MultiSelect label={t(texts.forTypes)} data={asData(types)} value={[...(move.types ?? [])]} onChange={(chosen) => onSet({ types: some(chosen) })} placeholder={move.types === undefined ? t(texts.allTypes) : undefined} clearable />}
        <Roles move={move} onSet={onSet} />
        <MultiSelect label={t(texts.required)} data={fields} value={[...(move.required ?? [])]} onChange={(required) => onSet({ required: some(required) })} searchable clearable />
        <ConditionInput label={t(texts.when)} around={around} text={move.when ?? ''} onChange={(when) => onSet({ when: when === '' ? undefined : when })} />
        {move.when !== undefined && <TextPair label={t(texts.whenNot)} value={move.whenNot} onChange={(words) => onSet({ whenNot: words.pl || words.en ? { pl: words.pl ?? '', en: words.en ?? '' } : undefined })} maxLength={300} />}
      </div>
      <div className={parts.acts}><Button variant="filled" onClick={onClose}>{t(texts.done)}</Button></div>
    </Window>
  )
}

function Roles({ move, onSet }: Pick<WindowProps, 'move' | 'onSet'>) {
  const t = useText()
  const roles = useList('role', { columns: ['name'], order: 'name', limit: 200 })
  const data = (roles.data?.rows ?? []).map((role) => ({ value: role.id, label: String(role.name) }))
  return <MultiSelect label={t(texts.roles)} data={data} value={[...(move.roles ?? [])]} onChange={(chosen) => onSet({ roles: some(chosen) })} placeholder={move.roles === undefined ? t(texts.everyone) : undefined} searchable clearable />
}
