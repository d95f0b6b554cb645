import { Button, Input, SegmentedControl, Select, Switch } from '@mantine/core'
import type { SectionDefinition } from '../../../contract/definition.ts'
import type { Text } from '../../../contract/text.ts'
import { ConditionInput } from '../../kernel/shaping/ConditionInput.tsx'
import { TextPair } from '../../kernel/shaping/TextPair.tsx'
import { useText } from '../../kernel/ui/language.ts'
import type { Canvas } from '../editor/useCanvas.ts'
import { changedSection, movedTab, renamedTab, tabOf, withoutSection, withoutTab } from '../sheet/parts.ts'
import { tabsOf } from '../sheet/sheet.ts'
import { useAround } from './around.ts'
import { texts } from './texts.ts'
import style from './drawer.module.css'

export function AboutSection({ canvas, section, onGone }: { canvas: Canvas; section: SectionDefinition; onGone(): void }) {
  const t = useText()
  const { body, editing, object } = canvas
  const around = useAround(canvas, object.name)
  const tabs = tabsOf(body)
  const isOnPage = canvas.place.kind === 'record'
  const change = (part: Partial<SectionDefinition>, series?: string) => editing.lay(changedSection(body, section.key, part), series)
  return (
    <>
      <TextPair label={t(texts.label)} value={section.label} onChange={(label) => change({ label: label as Text }, `label ${section.key}`)} required />
      <Input.Wrapper label={t(texts.columns)} labelElement="div">
        <SegmentedControl fullWidth aria-label={t(texts.columns)} data={[{ value: '1', label: t(texts.one) }, { value: '2', label: t(texts.two) }]} value={String(section.columns ?? 1)} onChange={(count) => change({ columns: count === '2' ? 2 : undefined })} />
      </Input.Wrapper>
      <Switch label={t(texts.collapsed)} checked={section.collapsed === true} onChange={(event) => change({ collapsed: event.currentTarget.checked || undefined })} />
      {isOnPage && tabs.length > 0 && <Select label={t(texts.onTab)} data={tabs.map(({ key, label }) => ({ value: key, label: t(label) }))} value={tabOf(body, section)} allowDeselect={false} onChange={(tab) => change({ tab: tab === tabs[0]!.key ? undefined : (tab ?? undefined) })} />}
      <ConditionInput label={t(texts.shownWhen)} help={t(texts.sectionWhen)} around={around} text={section.shownWhen ?? ''} onChange={(shownWhen) => change({ shownWhen }, `when ${section.key}`)} />
      <Button
        className={style.start} color="red" variant="subtle"
        onClick={() => {
          onGone()
          editing.lay(withoutSection(body, section.key))
        }}
      >{t(texts.removeSection)}</Button>
    </>
  )
}

export function AboutTab({ canvas, at, onGone }: { canvas: Canvas; at: string; onGone(): void }) {
  const t = useText()
  const { body, editing } = canvas
  const tabs = tabsOf(body)
  const tab = tabs.find(({ key }) => key === at)!
  return (
    <>
      <TextPair label={t(texts.label)} value={tab.label} onChange={(label) => editing.lay(renamedTab(body, at, label as Text), `tab ${at}`)} required />
      <div className={style.line}>
        <Button disabled={tabs[0] === tab} onClick={() => editing.lay(movedTab(body, at, -1))}>{t(texts.earlier)}</Button>
        <Button disabled={tabs.at(-1) === tab} onClick={() => editing.lay(movedTab(body, at, 1))}>{t(texts.later)}</Button>
      </div>
      <p className={style.quiet}>{t(texts.tabLeft)}</p>
      <Button
        className={style.start} color="red" variant="subtle"
        onClick={() => {
          onGone()
          canvas.setTab(null)
          editing.lay(withoutTab(body, at))
        }}
      >{t(texts.removeTab)}</Button>
    </>
  )
}
