import { ActionIcon, Badge, Button } from '@mantine/core'
import { IconPlus, IconSettings } from '@tabler/icons-react'
import type { SectionDefinition } from '../../../contract/definition.ts'
import { useLanguage, useText } from '../../kernel/ui/language.ts'
import { isOver, markAt, useLifted } from '../lifting/context.ts'
import { Grip } from '../lifting/PieceOf.tsx'
import { namedIn, tabOf, withSection } from '../sheet/parts.ts'
import { sectionsOf, tabsOf } from '../sheet/sheet.ts'
import { FieldPieces } from './FieldPieces.tsx'
import type { Canvas } from './useCanvas.ts'
import { texts } from './texts.ts'
import style from './editor.module.css'

/** The sections of the tab that is on the screen; all of them where there are no tabs. */
export function Sections({ canvas, empty }: { canvas: Canvas; empty?: string }) {
  const t = useText()
  const language = useLanguage()
  const lifting = useLifted()
  const { body, tab, editing } = canvas
  const sections = sectionsOf(body)
  const current = tab ?? tabsOf(body)[0]?.key ?? null
  const shown = sections.map((section, at) => ({ section, at })).filter(({ section }) => tabsOf(body).length === 0 || tabOf(body, section) === current)
  const add = () => {
    const next = withSection(body, { label: namedIn(language, texts.newSection), ...(current === null || current === tabsOf(body)[0]?.key ? {} : { tab: current }) })
    editing.lay(next)
    canvas.open({ sort: 'section', key: sectionsOf(next).at(-1)!.key })
  }
  return (
    <>
      <ul className={style.sections} data-list="sections" data-length={sections.length} data-over={isOver(lifting, 'sections') || undefined} aria-label={t(texts.sections)}>
        {shown.map(({ section, at }) => <SectionPiece key={section.key} canvas={canvas} section={section} at={at} length={sections.length} />)}
        {shown.length === 0 && <li className={style.emptyPlace}>{empty ?? t(texts.noSections)}</li>}
      </ul>
      <div><Button size="compact-sm" variant="subtle" leftSection={<IconPlus size={14} stroke={1.8} aria-hidden />} onClick={add}>{t(texts.addSection)}</Button></div>
    </>
  )
}

function SectionPiece({ canvas, section, at, length }: { canvas: Canvas; section: SectionDefinition; at: number; length: number }) {
  const t = useText()
  const lifting = useLifted()
  const name = t(section.label)
  const from = { list: 'sections' as const, at }
  const isLifted = lifting.lifted?.piece.sort === 'section' && lifting.lifted.piece.from.at === at
  return (
    <li className={style.section} data-list="sections" data-at={at} data-flow="column" data-mark={markAt(lifting, from, length)} data-lifted={isLifted || undefined}>
      <div className={style.sectionHead}>
        <Grip piece={{ sort: 'section', from }} name={name} list="sections" />
        <h3 className={style.sectionName}><button type="button" className={style.nameButton} onClick={() => canvas.open({ sort: 'section', key: section.key })}>{name}</button></h3>
        {section.columns === 2 && <Badge color="gray" variant="light">{t(texts.twoColumnsTag)}</Badge>}
        {section.collapsed && <Badge color="gray" variant="light">{t(texts.collapsedTag)}</Badge>}
        {section.shownWhen && <Badge color="violet" variant="light" title={section.shownWhen}>{t(texts.conditionTag)}</Badge>}
        <ActionIcon size="sm" aria-label={t(texts.sectionSettings, { name })} onClick={() => canvas.open({ sort: 'section', key: section.key })}><IconSettings size={15} stroke={1.6} aria-hidden /></ActionIcon>
      </div>
      <FieldPieces canvas={canvas} list={`section ${section.key}`} label={name} flow="column" columns={section.columns} />
    </li>
  )
}
