import { ActionIcon, Button, Menu } from '@mantine/core'
import { IconPlus, IconSettings } from '@tabler/icons-react'
import type { ComponentType, ReactNode } from 'react'
import type { LayoutBodies, LayoutKind, RelatedList } from '../../../contract/layout.ts'
import { useLanguage, useText } from '../../kernel/ui/language.ts'
import { useLifted } from '../lifting/context.ts'
import { PieceList, PieceOf } from '../lifting/PieceOf.tsx'
import { namedIn, tabOf, withTab } from '../sheet/parts.ts'
import { entriesOf, tabsOf, type Body } from '../sheet/sheet.ts'
import { FieldPieces } from './FieldPieces.tsx'
import { ListOrder } from './ListOrder.tsx'
import { linkWords, linksHere } from './links.ts'
import { Sections } from './Sections.tsx'
import type { Canvas } from './useCanvas.ts'
import { texts } from './texts.ts'
import style from './editor.module.css'

interface CanvasProps {
  canvas: Canvas
}

const RecordCanvas = ({ canvas }: CanvasProps) => {
  const t = useText()
  return (
    <>
      <div className={style.head}>
        <p className={style.recordName}>{t(texts.nameInHead)}</p>
        <Part label={t(texts.headline)} about={t(texts.headlineAbout)}><FieldPieces canvas={canvas} list="headline" label={t(texts.headline)} flow="row" /></Part>
        <Part label={t(texts.tiles)} about={t(texts.tilesAbout)}><FieldPieces canvas={canvas} list="tiles" label={t(texts.tiles)} flow="row" /></Part>
      </div>
      <TabsOfPage canvas={canvas} />
      <div className={style.pageBody}>
        <Part label={t(texts.sections)}><Sections canvas={canvas} /></Part>
        <Part label={t(texts.related)}><RelatedPieces canvas={canvas} /></Part>
      </div>
    </>
  )
}

const FormCanvas = ({ canvas }: CanvasProps) => <Part label={useText()(texts.sections)}><Sections canvas={canvas} /></Part>
const QuickCanvas = ({ canvas }: CanvasProps) => {
  const t = useText()
  return <Part label={t(texts.listFields)}><FieldPieces canvas={canvas} list="fields" label={t(texts.listFields)} flow="column" /></Part>
}
const CardCanvas = ({ canvas }: CanvasProps) => {
  const t = useText()
  return <Part label={t(texts.listFields)} about={t(texts.linesAbout)}><div className={style.card}><p className={style.recordName}>{t(texts.nameInHead)}</p><FieldPieces canvas={canvas} list="fields" label={t(texts.listFields)} flow="column" /></div></Part>
}
const ListCanvas = ({ canvas }: CanvasProps) => {
  const t = useText()
  return (
    <>
      <Part label={t(texts.listColumns)} about={t(texts.columnsAbout)}><FieldPieces canvas={canvas} list="columns" label={t(texts.listColumns)} flow="row" /></Part>
      <Part label={t(texts.orderOf)}><ListOrder canvas={canvas} body={canvas.body as LayoutBodies['list']} /></Part>
    </>
  )
}
const MobileCanvas = ({ canvas }: CanvasProps) => {
  const t = useText()
  return (
    <>
      <Part label={t(texts.listColumns)} about={t(texts.linesAbout)}><div className={style.card}><p className={style.recordName}>{t(texts.nameInHead)}</p><FieldPieces canvas={canvas} list="columns" label={t(texts.listColumns)} flow="column" /></div></Part>
      <Part label={t(texts.sections)}><Sections canvas={canvas} empty={t(texts.phoneAsPage)} /></Part>
    </>
  )
}

const canvases: Readonly<Record<LayoutKind, ComponentType<CanvasProps>>> = { create: FormCanvas, quickCreate: QuickCanvas, record: RecordCanvas, list: ListCanvas, card: CardCanvas, mobile: MobileCanvas }

/** The sheet in the shape of its screen. */
export function CanvasOf({ canvas }: CanvasProps) {
  const t = useText()
  const Shape = canvases[canvas.place.kind]
  return <section className={style.canvas} aria-label={t(texts.canvas)} data-kind={canvas.place.kind}><Shape canvas={canvas} /></section>
}

function Part({ label, about, children }: { label: string; about?: string; children: ReactNode }) {
  return (
    <div className={style.part}>
      <h2 className={style.partName}>{label}{about && <span className={style.quiet}>{about}</span>}</h2>
      {children}
    </div>
  )
}

function TabsOfPage({ canvas }: CanvasProps) {
  const t = useText()
  const language = useLanguage()
  const { body, tab, setTab, editing } = canvas
  const tabs = tabsOf(body)
  const current = tab ?? tabs[0]?.key
  const { lifted } = useLifted()
  // What is carried may be dropped on a tab's name: it then stands at its end.
  const list = lifted?.piece.sort === 'related' ? 'related' : 'sections'
  const add = () => {
    const next = withTab(body, namedIn(language, texts.newTab), texts.firstTab)
    const made = tabsOf(next).at(-1)!.key
    editing.lay(next)
    setTab(made)
    canvas.open({ sort: 'tab', key: made })
  }
  return (
    <div className={style.tabs} role="group" aria-label={t(texts.tabs)}>
      {tabs.map(({ key, label }) => (
        <span key={key} className={style.tab} data-current={key === current || undefined} data-tab={key} data-list={list} data-length={entriesOf(body, list).length} data-over={(lifted?.to != null && lifted.to !== 'out' && lifted.to.tab === key) || undefined}>
          <button type="button" className={style.nameButton} aria-pressed={key === current} onClick={() => setTab(key)}>{t(label)}</button>
          {key === current && <ActionIcon size="sm" aria-label={t(texts.tabSettings, { name: t(label) })} onClick={() => canvas.open({ sort: 'tab', key })}><IconSettings size={14} stroke={1.6} aria-hidden /></ActionIcon>}
        </span>
      ))}
      <Button size="compact-sm" variant="subtle" leftSection={<IconPlus size={14} stroke={1.8} aria-hidden />} onClick={add}>{t(texts.addTab)}</Button>
    </div>
  )
}

const relatedOf = (body: Body): readonly RelatedList[] => ('related' in body ? body.related : [])

function RelatedPieces({ canvas }: CanvasProps) {
  const t = useText()
  const { body, tab, editing, configuration, object } = canvas
  const tabs = tabsOf(body)
  const current = tab ?? tabs[0]?.key ?? null
  const related = relatedOf(body)
  const shown = related.map((one, at) => ({ one, at })).filter(({ one }) => tabs.length === 0 || tabOf(body, one) === current)
  function add(name: string, link: string) {
    const columns = configuration.objects.find((other) => other.name === name)?.list.columns.filter((path) => path.split('.')[0] !== link).slice(0, 3) ?? []
    const added: RelatedList = { object: name, link, columns, ...(current === null || current === tabs[0]?.key ? {} : { tab: current }) }
    editing.lay({ ...body, related: [...related, added] } as Body)
    canvas.open({ sort: 'related', at: related.length })
  }
  return (
    <>
      <PieceList list="related" length={related.length} label={t(texts.related)} flow="column" empty={t(texts.emptyRelated)}>
        {shown.map(({ one, at }) => {
          const name = one.label === undefined ? linkWords(configuration, one, t) : t(one.label)
          const from = { list: 'related' as const, at }
          return (
            <PieceOf key={`${one.object}.${one.link}.${at}`} piece={{ sort: 'related', from }} name={name} length={related.length} flow="column" onOpen={() => canvas.open({ sort: 'related', at })} onStep={(by) => canvas.step({ sort: 'related', from }, by)} onTake={() => canvas.takeOff(from)}>
              <span className={style.pieceName}>{name}</span>
              {one.where && <span className={style.quiet}>{t(texts.conditionTag)}</span>}
            </PieceOf>
          )
        })}
      </PieceList>
      <Menu position="bottom-start">
        <Menu.Target><Button className={style.start} size="compact-sm" variant="subtle" leftSection={<IconPlus size={14} stroke={1.8} aria-hidden />}>{t(texts.addRelated)}</Button></Menu.Target>
        <Menu.Dropdown className={style.menu}>
          {linksHere(configuration, object.name).map((one) => <Menu.Item key={`${one.object}.${one.link}`} onClick={() => add(one.object, one.link)}>{linkWords(configuration, one, t)}</Menu.Item>)}
        </Menu.Dropdown>
      </Menu>
    </>
  )
}
