import { Button, Menu } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { Fragment } from 'react'
import type { ObjectView, RecordRow } from '../../../../contract/records.ts'
import { ObjectIcon } from '../../ui/icons.tsx'
import { useText } from '../../ui/language.ts'
import { Files, useHasFiles } from './Files.tsx'
import { RelatedList } from './RelatedList.tsx'
import { TreePanel } from './TreePanel.tsx'
import { texts } from './texts.ts'
import { addRelated, mayAdd, useRelatedLists, type Related } from './useRelated.ts'
import style from './page.module.css'

/** What the record is tied to. The first list always stands, and the tree after it; other empty ones wait in one menu. */
export function Aside({ object, record, related }: { object: ObjectView; record: RecordRow; related: readonly Related[] }) {
  const lists = useRelatedLists(related, record)
  const hasFiles = useHasFiles(object)
  const shown = lists.filter(({ rows, list }, index) => index === 0 || rows.length > 0 || list.isError)
  const empty = lists.filter((one) => !shown.includes(one) && !one.list.isPending && mayAdd(one.related, record)).map(({ related }) => related)
  return (
    <>
      {shown.map((one, index) => (
        <Fragment key={one.related.key}>
          <RelatedList object={object} record={record} related={one.related} />
          {index === 0 && object.tree && <TreePanel object={object} record={record} />}
        </Fragment>
      ))}
      {shown.length === 0 && object.tree && <TreePanel object={object} record={record} />}
      {hasFiles && <Files object={object} record={record} titled />}
      {empty.length > 0 && <AddMenu object={object} record={record} offered={empty} />}
    </>
  )
}

export function AddMenu({ object, record, offered }: { object: ObjectView; record: RecordRow; offered: readonly Related[] }) {
  const t = useText()
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <Button size="compact-sm" variant="subtle" color="gray" className={style.addMore} leftSection={<IconPlus className={style.icon} aria-hidden />}>{t(texts.addRelated)}</Button>
      </Menu.Target>
      <Menu.Dropdown>
        {offered.map((related) => <Menu.Item key={related.key} leftSection={<ObjectIcon name={related.object.icon} size={16} />} onClick={() => addRelated(object, record, related)}>{t(related.label)}</Menu.Item>)}
      </Menu.Dropdown>
    </Menu>
  )
}
