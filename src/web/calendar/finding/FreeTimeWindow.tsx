import { Select, Stack, Switch } from '@mantine/core'
import { useState } from 'react'
import type { FieldDefinition } from '../../../contract/definition.ts'
import type { LinkValue } from '../../../contract/records.ts'
import type { Text } from '../../../contract/text.ts'
import { RecordsPicker } from '../../../fields/picker.tsx'
import { useObject } from '../../kernel/api/metadata.ts'
import { useSession } from '../../kernel/api/session.ts'
import { FieldEdit } from '../../kernel/records/field/FieldEdit.tsx'
import { useManner, useText, type Teller } from '../../kernel/ui/language.ts'
import { Window } from '../../kernel/ui/Window.tsx'
import { addDays } from '../span.ts'
import type { Sought } from './open.tsx'
import { Slots } from './Slots.tsx'
import { texts } from './texts.ts'
import style from './finding.module.css'

/** What is looked for, as it stands in the window. */
export interface Wish {
  people: readonly LinkValue[]
  resources: readonly LinkValue[]
  minutes: number
  from: string
  until: string
  withinWorkingHours: boolean
}

const lengths = [15, 30, 45, 60, 90, 120, 180, 240, 480] as const
const lengthText = (minutes: number, t: Teller): string => (minutes % 60 === 0 ? t(texts.hours, { count: minutes / 60 }) : t(texts.minutes, { count: minutes }))
const weekOn = 7

export function FreeTimeWindow({ sought, onClose }: { sought: Sought; onClose(): void }) {
  const t = useText()
  const { today } = useManner()
  const me = useSession().user
  const firstDay = sought.day !== undefined && sought.day > today ? sought.day : today
  const [wish, setWish] = useState<Wish>({ people: sought.people.length > 0 ? sought.people : [{ id: me.id, name: me.name }], resources: sought.resources ?? [], minutes: sought.minutes ?? 60, from: firstDay, until: addDays(firstDay, weekOn), withinWorkingHours: true })
  const set = (change: Partial<Wish>) => setWish((before) => ({ ...before, ...change }))
  const minutes = [...new Set([...lengths, wish.minutes])].toSorted((a, b) => a - b)
  return (
    <Window title={sought.meeting === undefined ? t(texts.title) : t(texts.titleOf, { title: sought.meeting.title })} onClose={onClose}>
      <Stack gap="sm">
        <RecordsPicker target="user" frame={{ label: t(texts.people) }} value={wish.people} onChange={(people) => set({ people })} mayCreate={false} />
        {useObject('resource') !== null && <RecordsPicker target="resource" frame={{ label: t(texts.resources) }} value={wish.resources} onChange={(resources) => set({ resources })} mayCreate={false} />}
        <div className={style.row}>
          <Select label={t(texts.length)} data={minutes.map((count) => ({ value: String(count), label: lengthText(count, t) }))} value={String(wish.minutes)} allowDeselect={false} onChange={(value) => value !== null && set({ minutes: Number(value) })} />
          <Day name="from" label={texts.from} value={wish.from} onChange={(from) => set({ from, until: wish.until < from ? addDays(from, weekOn) : wish.until })} />
          <Day name="until" label={texts.until} value={wish.until} onChange={(until) => set({ until: until < wish.from ? wish.from : until })} />
        </div>
        <Switch size="sm" label={t(texts.within)} checked={wish.withinWorkingHours} onChange={() => set({ withinWorkingHours: !wish.withinWorkingHours })} />
        <Slots wish={wish} sought={sought} onTaken={onClose} />
      </Stack>
    </Window>
  )
}

function Day({ name, label, value, onChange }: { name: string; label: Text; value: string; onChange(day: string): void }) {
  const field = { id: `freeTime.${name}`, name, label, type: 'date' } as FieldDefinition
  return <FieldEdit field={field} value={value} onChange={(day) => typeof day === 'string' && onChange(day)} />
}
