import { ActionIcon, Button, Popover, Select } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconPlus, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import type { LayoutBodies, RelatedList } from '../../../contract/layout.ts'
import { objectOf, useMetadata } from '../../kernel/api/metadata.ts'
import { FieldPicker } from '../../kernel/records/list/FieldPicker.tsx'
import { ConditionInput } from '../../kernel/shaping/ConditionInput.tsx'
import { TextPair } from '../../kernel/shaping/TextPair.tsx'
import { whole } from '../../kernel/shaping/whole.ts'
import { useText } from '../../kernel/ui/language.ts'
import { pathWords } from '../editor/names.ts'
import type { Canvas } from '../editor/useCanvas.ts'
import { tabOf, tidy } from '../sheet/parts.ts'
import { replaced, tabsOf, take } from '../sheet/sheet.ts'
import { useAround } from './around.ts'
import { texts } from './texts.ts'
import style from './drawer.module.css'

export function AboutRelated({ canvas, at, onGone }: { canvas: Canvas; at: number; onGone(): void }) {
  const t = useText()
  const { body, editing } = canvas
  const place = { list: 'related' as const, at }
  const related = (body as LayoutBodies['record']).related[at]!
  const around = useAround(canvas, related.object, true)
  const tabs = tabsOf(body)
  const change = (part: Partial<RelatedList>, series?: string) => editing.lay(replaced(body, place, tidy({ ...related, ...part })), series)
  return (
    <>
      <TextPair label={t(texts.label)} help={t(texts.relatedHelp)} value={related.label} onChange={(label) => change({ label: whole(label) === undefined ? undefined : (label as RelatedList['label']) }, `related ${at}`)} />
      <Columns object={related.object} columns={related.columns} onChange={(columns) => change({ columns })} />
      {tabs.length > 0 && <Select label={t(texts.onTab)} data={tabs.map(({ key, label }) => ({ value: key, label: t(label) }))} value={tabOf(body, related)} allowDeselect={false} onChange={(tab) => change({ tab: tab === tabs[0]!.key ? undefined : (tab ?? undefined) })} />}
      <ConditionInput label={t(texts.relatedWhen)} help={t(texts.relatedWhenHelp)} around={around} text={related.where ?? ''} onChange={(where) => change({ where }, `where ${at}`)} />
      <Button
        className={style.start} color="red" variant="subtle"
        onClick={() => {
          onGone()
          editing.lay(take(body, place))
        }}
      >{t(texts.removeRelated)}</Button>
    </>
  )
}

function Columns({ object: name, columns, onChange }: { object: string; columns: readonly string[]; onChange(columns: readonly string[]): void }) {
  const t = useText()
  const metadata = useMetadata()
  const [adding, setAdding] = useState(false)
  const object = objectOf(metadata, name)
  const moved = (at: number, to: number) => onChange(columns.toSpliced(at, 1).toSpliced(to, 0, columns[at]!))
  return (
    <div>
      <span className="sd-label">{t(texts.columns)}</span>
      <ul className={style.columns}>
        {columns.map((path, at) => {
          const words = pathWords(metadata, name, path, t)
          return (
            <li key={path} className={style.column}>
              <span className={style.columnName}>{words}</span>
              <ActionIcon size="sm" aria-label={t(texts.columnUp, { name: words })} disabled={at === 0} onClick={() => moved(at, at - 1)}><IconArrowUp size={14} aria-hidden /></ActionIcon>
              <ActionIcon size="sm" aria-label={t(texts.columnDown, { name: words })} disabled={at === columns.length - 1} onClick={() => moved(at, at + 1)}><IconArrowDown size={14} aria-hidden /></ActionIcon>
              <ActionIcon size="sm" aria-label={t(texts.removeColumn, { name: words })} onClick={() => onChange(columns.toSpliced(at, 1))}><IconX size={14} aria-hidden /></ActionIcon>
            </li>
          )
        })}
      </ul>
      {object !== null && (
        <Popover opened={adding} onChange={setAdding} position="bottom-start" trapFocus returnFocus>
          <Popover.Target><Button size="compact-sm" variant="subtle" leftSection={<IconPlus size={14} stroke={1.8} aria-hidden />} onClick={() => setAdding(!adding)} aria-expanded={adding}>{t(texts.addColumn)}</Button></Popover.Target>
          <Popover.Dropdown>
            <FieldPicker
              object={object}
              onPick={(path) => {
                setAdding(false)
                if (!columns.includes(path)) onChange([...columns, path])
              }}
            />
          </Popover.Dropdown>
        </Popover>
      )}
    </div>
  )
}
