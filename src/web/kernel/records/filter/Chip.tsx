import { Popover, UnstyledButton } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { ChoiceValue, FieldDefinition } from '../../../../contract/definition.ts'
import type { ExprValue } from '../../../../expression/types.ts'
import { asText } from '../../../../fields/as-text.ts'
import type { Manner } from '../../../../fields/field.ts'
import { isLink, objectOf, useMetadata } from '../../api/metadata.ts'
import { listRecords } from '../../api/records.ts'
import { useManner, useText, type Teller } from '../../ui/language.ts'
import { useLeaving } from '../../ui/leaving.ts'
import { columnLabel } from '../list/columnLabel.ts'
import { partField } from '../field/part.ts'
import { ConditionEditor, nameOf } from './ConditionEditor.tsx'
import { quote, type Condition } from './conditions.ts'
import type { Asked } from './field.ts'
import { dayWords, operatorWords, takesDays, takesNothing } from './operators.ts'
import { texts } from './texts.ts'
import style from './filter.module.css'

interface ChipProps {
  asked: Asked
  condition: Condition
  onChange(condition: Condition): void
  onRemove(): void
}

/** A condition as a sentence: click changes it, the cross takes it away. */
export function Chip({ asked, condition, onChange, onRemove }: ChipProps) {
  const t = useText()
  const manner = useManner()
  const [open, setOpen] = useState(false)
  const frame = useRef<HTMLDivElement>(null)
  useLeaving(frame, () => setOpen(false), open)
  const value = useNamed(asked, condition.value)
  const label = columnLabel(asked, t)
  const how = takesDays(condition.operator) ? t(dayWords[condition.operator]!, { days: Number(condition.value) }) : shortName(condition, asked, t)
  const compared = takesNothing(condition.operator) || takesDays(condition.operator) ? '' : words(value, asked, { t, manner }, condition.operator === 'between' ? ` ${t(texts.and)} ` : ` ${t(texts.or)} `)
  const sentence = [label, how, compared].filter((word) => word !== '').join(' ')
  return (
    <Popover opened={open} onChange={setOpen} position="bottom-start" trapFocus returnFocus closeOnClickOutside={false}>
      <span className={style.chip}>
        <Popover.Target>
          <UnstyledButton className={style.chipWords} onClick={() => setOpen(!open)} title={t(texts.change, { condition: sentence })}>
            <span className={style.chipField}>{label}</span> {how} {compared !== '' && <b className={style.chipValue}>{compared}</b>}
          </UnstyledButton>
        </Popover.Target>
        <UnstyledButton className={style.chipRemove} onClick={onRemove} aria-label={t(texts.remove, { condition: sentence })}>
          <IconX size={13} stroke={2} aria-hidden />
        </UnstyledButton>
      </span>
      <Popover.Dropdown ref={frame}>
        <ConditionEditor
          asked={asked} condition={{ ...condition, value }}
          onDone={(next) => {
            setOpen(false)
            onChange(next)
          }}
        />
      </Popover.Dropdown>
    </Popover>
  )
}

const shortName = (condition: Condition, asked: Asked, t: Teller): string => {
  const named = t(nameOf(condition.operator, asked))
  return ['oneOf', 'noneOf', 'hasAny'].includes(condition.operator) ? t(operatorWords[condition.operator]) : named
}

function words(value: ExprValue, asked: Asked, { t, manner }: { t: Teller; manner: Manner }, between: string): string {
  if (Array.isArray(value)) return value.map((one: ExprValue) => words(one, asked, { t, manner }, between)).join(between)
  if (value === null) return ''
  if (typeof value === 'object' && 'id' in value) return value.name ?? '…'
  const field = asked.part === null ? asked.field : (partField(asked.field, asked.part) ?? asked.field)
  const choice = (field as { choices?: readonly ChoiceValue[] }).choices?.find((one) => one.value === value)
  if (choice !== undefined) return t(choice.label)
  if (typeof value === 'boolean') return t(value ? operatorWords.yes : operatorWords.no)
  const listed = field.type === 'phones' || field.type === 'mails' || field.type === 'addresses' || field.type === 'files' || field.type === 'address' || field.type === 'file' || field.type === 'picture'
  return listed || field.type === 'choices' ? String(value) : asText(value, field as FieldDefinition, manner)
}

/** An expression holds only ids of linked records; the chip and its editor need their names. */
function useNamed(asked: Asked, value: ExprValue): ExprValue {
  const metadata = useMetadata()
  const target = asked.part === null && isLink(asked.field) ? objectOf(metadata, asked.field.target) : null
  const ids = target === null ? [] : (Array.isArray(value) ? value : [value]).filter((one): one is string => typeof one === 'string')
  const named = useQuery({
    queryKey: ['names', target?.name, ids],
    enabled: ids.length > 0,
    staleTime: 5 * 60_000,
    queryFn: ({ signal }) => listRecords(target!.name, { columns: [target!.nameField], where: `id in (${ids.map(quote).join('; ')})`, limit: 100, archived: target!.archivable ? 'all' : undefined }, signal),
  }).data
  if (ids.length === 0 || target === null) return value
  const name = (id: ExprValue): ExprValue => (typeof id === 'string' ? { id, name: String(named?.rows.find((row) => row.id === id)?.[target.nameField] ?? '…') } : id)
  return Array.isArray(value) ? value.map(name) : name(value)
}
