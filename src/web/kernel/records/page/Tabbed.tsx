import { ActionIcon } from '@mantine/core'
import { IconChevronLeft, IconMaximize, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { ObjectView, RecordRow } from '../../../../contract/records.ts'
import { Go } from '../../ui/Go.tsx'
import { useText } from '../../ui/language.ts'
import { toList, toRecord } from '../../ui/links.ts'
import { nameOf } from '../name.ts'
import { AddMenu } from './Aside.tsx'
import { Banners } from './Banners.tsx'
import { Blocks } from './Blocks.tsx'
import { Chips } from './Chips.tsx'
import { Contacts, PhoneContacts } from './Contacts.tsx'
import { Fields } from './Fields.tsx'
import { Files, useHasFiles } from './Files.tsx'
import { RecordFace } from './Head.tsx'
import { Middle } from './Middle.tsx'
import { MoreMenu } from './MoreMenu.tsx'
import { Onlookers } from './Onlookers.tsx'
import { OwnTab, useOwnTabs } from './OwnTab.tsx'
import { RelatedList } from './RelatedList.tsx'
import { Part } from './Part.tsx'
import { States } from './States.tsx'
import { TabRow } from './TabRow.tsx'
import { Tiles } from './Tiles.tsx'
import { usePartsOfPage } from './layout.ts'
import { TreePanel } from './TreePanel.tsx'
import { texts } from './texts.ts'
import { mayAdd, useRelatedLists } from './useRelated.ts'
import style from './page.module.css'

interface Tab {
  key: string
  label: string
  content: ReactNode
}

/** A record in one column, part by part: on a telephone, and beside a list. */
export function Tabbed({ object, record, phone, onClose }: { object: ObjectView; record: RecordRow; phone?: boolean; onClose?(): void }) {
  const t = useText()
  const tabs = useTabs(object, record, phone === true)
  const [chosen, setChosen] = useState(tabs[0]!.key)
  const current = tabs.find((tab) => tab.key === chosen) ?? tabs[0]!
  const name = nameOf(object, record)
  return (
    <div className={style.page} data-narrow data-phone={phone || undefined}>
      <header className={style.narrowHead}>
        <div className={style.narrowTop}>
          {phone ? <Go className={style.backLink} href={toList(object.name)}><IconChevronLeft className={style.icon} aria-hidden />{t(object.plural)}</Go> : <RecordFace object={object} record={record} />}
          {!phone && <h2 className={style.name}><Go href={toRecord(object.name, record.id)}>{name}</Go></h2>}
          <span className={style.narrowActs}>
            <MoreMenu object={object} record={record} onGone={onClose} />
            {onClose && <ActionIcon component="a" href={toRecord(object.name, record.id)} aria-label={t(texts.openPage)}><IconMaximize className={style.icon} /></ActionIcon>}
            {onClose && <ActionIcon aria-label={t(texts.close)} onClick={onClose}><IconX className={style.icon} /></ActionIcon>}
          </span>
        </div>
        {phone && <h1 className={style.name}>{name}</h1>}
        <div className={style.chips}><Chips object={object} record={record} /><Onlookers object={object.name} id={record.id} /></div>
        <States object={object} record={record} narrow />
        <Tiles object={object} record={record} />
        {phone ? <PhoneContacts object={object} record={record} /> : <div className={style.panelContacts}><Contacts object={object} record={record} /></div>}
      </header>
      <Banners object={object} record={record} />
      <TabRow tabs={tabs} current={current.key} onChoose={setChosen} />
      <div className={style.tabBody} role="tabpanel" id={`part-${current.key}`} aria-labelledby={`tab-${current.key}`} tabIndex={0}>{current.content}</div>
    </div>
  )
}

function useTabs(object: ObjectView, record: RecordRow, phone: boolean): Tab[] {
  const t = useText()
  const [first, ...later] = usePartsOfPage(object, record, { phone })
  const lists = useRelatedLists(first.related, record)
  const hasFiles = useHasFiles(object)
  const own = useOwnTabs(object, record)
  const shown = lists.filter(({ rows, list }, index) => index === 0 || rows.length > 0 || list.isError)
  const empty = lists.filter((one) => !shown.includes(one) && !one.list.isPending && mayAdd(one.related, record)).map(({ related }) => related)
  const parts = shown.map(({ related }) => ({ key: related.key, label: t(related.label), content: <RelatedList object={object} record={record} related={related} whole /> }))
  const fields = (
    <>
      {!object.timeline && <Blocks object={object} record={record} />}
      <Fields object={object} record={record} sections={first.sections} />
      {object.timeline && <Blocks object={object} record={record} />}
      {empty.length > 0 && <AddMenu object={object} record={record} offered={empty} />}
    </>
  )
  return [
    ...own.map((tab) => ({ key: tab.key, label: t(tab.label), content: <OwnTab object={object} record={record} tab={tab} /> })),
    ...(object.timeline ? [{ key: 'timeline', label: t(texts.tabHistory), content: <Middle object={object} record={record} /> }] : []),
    { key: 'fields', label: t(first.label ?? texts.tabFields), content: fields },
    ...later.map((part) => ({ key: part.key, label: t(part.label!), content: <Part object={object} record={record} part={part} /> })),
    ...parts.slice(0, 1),
    ...(object.tree ? [{ key: 'tree', label: t(texts.tree), content: <TreePanel object={object} record={record} /> }] : []),
    ...parts.slice(1),
    ...(hasFiles ? [{ key: 'files', label: t(texts.files), content: <Files object={object} record={record} /> }] : []),
  ]
}
