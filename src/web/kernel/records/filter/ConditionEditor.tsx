import { Button, Group, Select, Stack, TextInput } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import type { ExprValue } from '../../../../expression/types.ts'
import { isLink } from '../../api/metadata.ts'
import { useText } from '../../ui/language.ts'
import { columnLabel } from '../list/columnLabel.ts'
import { FilterValue } from '../field/FilterValue.tsx'
import type { Condition, Operator } from './conditions.ts'
import type { Asked } from './field.ts'
import { operatorNames, operatorsOf, ofFigures, ofTime, ofTree, takesDays, takesMany, takesNothing } from './operators.ts'
import { texts } from './texts.ts'
import style from './filter.module.css'

interface EditorProps {
  asked: Asked
  condition: Condition | null
  onDone(condition: Condition): void
}

function useCondition({ asked, condition }: Pick<EditorProps, 'asked' | 'condition'>) {
  const own = operatorsOf(asked)
  const [operator, setOperator] = useState<Operator>(condition?.operator ?? own[0]!)
  const [value, setValue] = useState<ExprValue>(condition?.value ?? null)
  const choose = (next: string | null) => {
    const chosen = (next ?? own[0]!) as Operator
    if (takesMany(chosen) !== takesMany(operator) || chosen === 'between' || operator === 'between' || takesDays(chosen) !== takesDays(operator)) setValue(carried(value, chosen))
    setOperator(chosen)
  }
  const complete = operator === 'between' ? Array.isArray(value) && value.length === 2 && value.every((one) => one !== null) : value !== null && !(Array.isArray(value) && value.length === 0)
  const made: Condition | null = takesNothing(operator) || complete ? { path: asked.path, operator, value: takesNothing(operator) ? null : value, kind: literalKind(asked) } : null
  return { operators: own.includes(operator) ? own : [operator, ...own], operator, choose, value, setValue, made }
}

/** One condition: how to compare, and with what. */
export function ConditionEditor({ asked, condition, onDone }: EditorProps) {
  const t = useText()
  const { operators, operator, choose, value, setValue, made } = useCondition({ asked, condition })
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // After the focus trap of the popover has had its turn.
    const timer = setTimeout(() => box.current?.querySelector<HTMLElement>('input:not([type=hidden])')?.focus(), 30)
    return () => clearTimeout(timer)
  }, [operator])
  return (
    <form
      className={style.editor}
      onKeyDown={(event) => {
        // Escape closes an open list of choices first, then the editor.
        if (event.key === 'Escape' && (event.target as HTMLElement).getAttribute('aria-expanded') === 'true') event.stopPropagation()
      }}
      onSubmit={(event) => {
        event.preventDefault()
        event.stopPropagation()
        if (made !== null) onDone(made)
      }}
    >
      <Stack gap="sm">
        {/* Above the values, so that no open list of choices covers it. */}
        <Group justify="space-between" wrap="nowrap">
          <span className={style.editorField}>{columnLabel(asked, t)}</span>
          <Button type="submit" size="compact-md" variant="filled" disabled={made === null}>
            {t(texts.done)}
          </Button>
        </Group>
        <Select data={operators.map((one) => ({ value: one, label: t(nameOf(one, asked)) }))} value={operator} onChange={choose} aria-label={t(texts.operator)} allowDeselect={false} comboboxProps={{ withinPortal: false }} />
        <div ref={box}>
          <CompareValue asked={asked} operator={operator} value={value} onChange={setValue} />
        </div>
      </Stack>
    </form>
  )
}

function CompareValue({ asked, operator, value, onChange }: { asked: Asked; operator: Operator; value: ExprValue; onChange(value: ExprValue): void }) {
  const t = useText()
  if (takesNothing(operator)) return null
  if (takesDays(operator)) return <TextInput aria-label={t(texts.days)} inputMode="numeric" value={value === null ? '' : String(value)} onChange={(event) => onChange(wholeDays(event.currentTarget.value))} autoFocus />
  if (operator !== 'between') return <FilterValue key={operator} field={asked.field} part={asked.part} value={value} onChange={onChange} many={takesMany(operator)} autoFocus />
  const [from, to] = (Array.isArray(value) ? value : [null, null]) as [ExprValue, ExprValue]
  return (
    <Group grow gap="sm" wrap="nowrap">
      <FilterValue field={asked.field} part={asked.part} value={from} onChange={(next) => onChange([next, to])} autoFocus />
      <FilterValue field={asked.field} part={asked.part} value={to} onChange={(next) => onChange([from, next])} />
    </Group>
  )
}

const wholeDays = (text: string): string | null => text.replace(/\D/g, '').slice(0, 5) || null

/** What was given is kept where the new comparison can take it. */
function carried(value: ExprValue, operator: Operator): ExprValue {
  if (takesNothing(operator) || takesDays(operator)) return null
  if (operator === 'between') return Array.isArray(value) ? null : [value, null]
  if (takesMany(operator)) return value === null ? null : Array.isArray(value) ? value : [value]
  return Array.isArray(value) ? ((value[0] as ExprValue | undefined) ?? null) : value
}

export function nameOf(operator: Operator, asked: Asked) {
  const { kind } = asked.type
  const special = kind === 'date' || kind === 'dateTime' || kind === 'time' ? ofTime : kind === 'record' || isLink(asked.field) ? ofTree : ofFigures
  return special[operator] ?? operatorNames[operator]
}

const literalKind = ({ type }: Asked): Condition['kind'] => (type.kind === 'list' ? type.of.kind : type.kind)
