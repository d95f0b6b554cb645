import { ActionIcon, Tooltip } from '@mantine/core'
import { IconChevronDown, IconChevronRight, IconPlus, IconUsers } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ObjectView, RecordRow } from '../../../../contract/records.ts'
import { request } from '../../api/request.ts'
import { Waiting } from '../../ui/faces.tsx'
import { Go } from '../../ui/Go.tsx'
import { useText } from '../../ui/language.ts'
import { toRecord } from '../../ui/links.ts'
import { createRecordByForm } from '../form/open.ts'
import { nameOf } from '../name.ts'
import { texts } from './texts.ts'
import { treeKey } from '../treeKey.ts'
import style from './page.module.css'

interface TreeNode {
  id: string
  name: string
  parent: string | null
  people?: number
  archived?: boolean
}
interface Tree {
  root: string
  nodes: TreeNode[]
  totals?: { companies: number; people: number }
}

/** The whole group a record belongs to, from its head down; each name leads to its page. */
export function TreePanel({ object, record }: { object: ObjectView; record: RecordRow }) {
  const t = useText()
  const deleted = typeof record.deletedAt === 'string'
  const tree = useQuery({ enabled: !deleted, queryKey: treeKey(object.name, record.id), queryFn: ({ signal }) => request<Tree>('GET', `/api/records/${object.name}/${record.id}/tree`, { signal }), retry: false })
  const link = object.fields.find((field) => field.name === object.tree)
  const mayAdd = object.can.create && link?.access === 'write' && !deleted
  if (tree.isError || deleted) return null
  if (tree.isPending) return <section className={style.related}><Waiting lines={3} /></section>
  const { nodes, root, totals } = tree.data
  const add = () => void createRecordByForm(object.name, { [object.tree!]: { id: record.id, name: nameOf(object, record) } })
  if (nodes.length < 2 && !mayAdd) return null
  const title = t(texts.tree)
  return (
    <section className={style.related} aria-label={title}>
      <div className={style.sectionHead}>
        <h2 className={style.sectionTitle}>{title}</h2>
        {mayAdd && <Tooltip label={t(texts.treeAdd)}><ActionIcon size="sm" color="teal" aria-label={t(texts.treeAdd)} onClick={add}><IconPlus className={style.icon} /></ActionIcon></Tooltip>}
      </div>
      {nodes.length > 1 && (
        <div className={style.tree}>
          <ul className={style.branch}><Branch object={object.name} nodes={nodes} id={root} here={record.id} /></ul>
          {totals && <div className={style.treeFoot}>{t(texts.treeTotals, totals)}</div>}
        </div>
      )}
    </section>
  )
}

const unfoldedUpTo = 12

function Branch({ object, nodes, id, here }: { object: string; nodes: readonly TreeNode[]; id: string; here: string }) {
  const t = useText()
  const node = nodes.find((one) => one.id === id)
  const below = nodes.filter((one) => one.parent === id && one.id !== id)
  const [open, setOpen] = useState(() => nodes.length <= unfoldedUpTo || leadsTo(nodes, id, here))
  if (node === undefined) return null
  const Chevron = open ? IconChevronDown : IconChevronRight
  return (
    <li>
      <div className={style.node}>
        {below.length > 0
          ? <ActionIcon size={24} aria-expanded={open} aria-label={t(open ? texts.treeFold : texts.treeUnfold, { name: node.name })} onClick={() => setOpen(!open)}><Chevron className={style.small} /></ActionIcon>
          : <span className={style.leaf} aria-hidden />}
        <Go className={style.nodeName} href={toRecord(object, node.id)} aria-current={node.id === here ? 'page' : undefined} data-archived={node.archived || undefined}>{node.name}</Go>
        {node.people !== undefined && node.people > 0 && (
          <Tooltip label={t(texts.treePeople, { count: node.people })}>
            <span className={style.nodeCount}><IconUsers className={style.small} aria-hidden />{node.people}<span className="sd-unseen">{t(texts.treePeople, { count: node.people })}</span></span>
          </Tooltip>
        )}
      </div>
      {open && below.length > 0 && <ul className={style.branch}>{below.map((one) => <Branch key={one.id} object={object} nodes={nodes} id={one.id} here={here} />)}</ul>}
    </li>
  )
}

/** Is `here` the node itself or somewhere below it, so that its branch must stand open? */
function leadsTo(nodes: readonly TreeNode[], id: string, here: string): boolean {
  const parents = new Map(nodes.map((node) => [node.id, node.parent]))
  let at: string | null | undefined = here
  for (let step = 0; at && step <= nodes.length; step++) {
    if (at === id) return true
    at = parents.get(at)
  }
  return false
}
