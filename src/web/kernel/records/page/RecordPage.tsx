import { useElementSize, useMediaQuery } from '@mantine/hooks'
import { useEffect, useState } from 'react'
import type { ObjectView, RecordRow } from '../../../../contract/records.ts'
import { useObject } from '../../api/metadata.ts'
import { RefusedFace } from '../../ui/faces.tsx'
import { useText } from '../../ui/language.ts'
import { useShortcuts } from '../../ui/shortcuts.ts'
import { phoneWidth } from '../../ui/theme.ts'
import { openEdit } from '../form/open.ts'
import { nameOf } from '../name.ts'
import { Banners } from './Banners.tsx'
import { Blocks, useBlocks } from './Blocks.tsx'
import { Fields } from './Fields.tsx'
import { useHasFiles } from './Files.tsx'
import { Head } from './Head.tsx'
import { Middle } from './Middle.tsx'
import { Aside } from './Aside.tsx'
import { usePartsOfPage, type PagePart } from './layout.ts'
import { OwnTab, useOwnTabs } from './OwnTab.tsx'
import { Part } from './Part.tsx'
import { TabRow } from './TabRow.tsx'
import { Tabbed } from './Tabbed.tsx'
import { RecordSkeleton } from './RecordSkeleton.tsx'
import { texts } from './texts.ts'
import { useRecordPage } from './useRecordPage.ts'
import style from './page.module.css'

/** All of one record: head, fields, time line, what is related. */
export function RecordPage({ object: name, id }: { object: string; id: string }) {
  const object = useObject(name)
  const record = useRecordPage(object, id)
  if (object === null || record.isError) return <RefusedFace error={record.error} onRetry={() => void record.refetch()} />
  if (record.data === undefined) return <RecordSkeleton />
  return <Titled object={object} record={record.data} />
}

function Titled({ object, record }: { object: ObjectView; record: RecordRow }) {
  const name = nameOf(object, record)
  useEffect(() => {
    document.title = `${name} · Sedno`
    return () => void (document.title = 'Sedno')
  }, [name])
  return <RecordShown object={object} record={record} />
}

const threeColumns = 1040

/** The page of a record that is there, as its layout says. */
export function RecordShown({ object, record }: { object: ObjectView; record: RecordRow }) {
  const t = useText()
  const phone = useMediaQuery(phoneWidth, undefined, { getInitialValueInEffect: false })
  const { ref, width } = useElementSize<HTMLDivElement>()
  const parts = usePartsOfPage(object, record)
  const own = useOwnTabs(object, record)
  const [chosen, setChosen] = useState(own[0]?.key ?? parts[0].key)
  const part = parts.find(({ key }) => key === chosen) ?? parts[0]
  const tab = own.find(({ key }) => key === chosen)
  useShortcuts([{ keys: 'e', label: texts.edit, group: object.label, run: () => openEdit(object.name, record.id) }], record.can?.change === true)
  if (phone) return <Tabbed object={object} record={record} phone />
  const wide = width === 0 ? window.innerWidth > 1280 : width >= threeColumns
  const tabs = [...own.map(({ key, label }) => ({ key, label: t(label) })), ...parts.map(({ key, label }) => ({ key, label: t(label ?? (own.length > 0 ? texts.tabFields : object.label)) }))]
  return (
    <div ref={ref} className={style.page}>
      <Head object={object} record={record} />
      <Banners object={object} record={record} />
      {tabs.length > 1 && <TabRow tabs={tabs} current={tab?.key ?? part.key} onChoose={setChosen} />}
      {tab !== undefined ? <div className={style.ownTab} role="tabpanel" id={`part-${tab.key}`} aria-labelledby={`tab-${tab.key}`}><OwnTab object={object} record={record} tab={tab} /></div>
        : part === parts[0] ? <FirstPart object={object} record={record} part={part} wide={wide} /> : <div className={style.column} role="tabpanel" id={`part-${part.key}`} aria-labelledby={`tab-${part.key}`} tabIndex={0}><Part object={object} record={record} part={part} /></div>}
    </div>
  )
}

/** Where a record is read first: its fields, what happened or what is to be done, and what it is tied to, side by side. */
function FirstPart({ object, record, part, wide }: { object: ObjectView; record: RecordRow; part: PagePart; wide: boolean }) {
  const t = useText()
  const hasFiles = useHasFiles(object)
  const hasBlocks = useBlocks(object, record, false).length > 0
  const hasBeside = useBlocks(object, record, true).length > 0
  const hasMiddle = object.timeline === true || hasBlocks
  const hasAside = part.related.length > 0 || object.tree !== undefined || hasFiles || hasBeside
  const aside = <><Blocks object={object} record={record} beside /><Aside object={object} record={record} related={part.related} /></>
  const blocks = <Blocks object={object} record={record} beside={false} />
  const stands = hasAside && (wide || !hasMiddle)
  return (
    <div className={style.columns} data-columns={hasMiddle ? (stands ? 3 : 2) : stands ? 'aside' : 1} id={`part-${part.key}`}>
      <div className={style.column}>
        <section aria-label={t(texts.details)}><Fields object={object} record={record} sections={part.sections} /></section>
        {object.timeline === true && blocks}
        {!stands && aside}
      </div>
      {hasMiddle && <div className={style.column}>{object.timeline === true ? <Middle object={object} record={record} /> : blocks}</div>}
      {stands && <aside className={style.column} aria-label={t(texts.related)}>{aside}</aside>}
    </div>
  )
}
