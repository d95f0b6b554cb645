import { ActionIcon, Menu, Tooltip } from '@mantine/core'
import { IconDots, IconPencil, IconPlus, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import type { LinkValue, MetadataAnswer, ObjectView, RecordRow } from '../../../../contract/records.ts'
import { Face } from '../../../../fields/face.tsx'
import { localeOf } from '../../../../fields/locales.ts'
import { objectOf, resolvePath, useMetadata, type ResolvedPath } from '../../api/metadata.ts'
import { useList } from '../../api/records.ts'
import { EmptyFace, RefusedFace, Waiting } from '../../ui/faces.tsx'
import { Go } from '../../ui/Go.tsx'
import { useLanguage, useText } from '../../ui/language.ts'
import { toList, toRecord } from '../../ui/links.ts'
import { FieldShow } from '../field/FieldShow.tsx'
import { StandOut, useStanding } from '../field/StandOut.tsx'
import { openEdit } from '../form/open.ts'
import { nameOf } from '../name.ts'
import { removeWithUndo } from './acts.ts'
import { texts } from './texts.ts'
import { addRelated, mayAdd, relatedRequest, relatedRows, shownAtOnce, type Related } from './useRelated.ts'
import style from './page.module.css'

/** The first few records that link here, with a way to add one and to see them all. */
export function RelatedList({ object, record, related, whole }: { object: ObjectView; record: RecordRow; related: Related; whole?: boolean }) {
  const t = useText()
  const language = useLanguage()
  const [all, setAll] = useState(whole === true)
  const request = relatedRequest(related, record.id)
  const list = useList(related.object.name, request)
  const rows = (list.data?.rows ?? []).slice(0, all ? undefined : shownAtOnce)
  const count = list.data?.count
  const number = count && new Intl.NumberFormat(localeOf[language]).format(count.value)
  if (!whole && list.isSuccess && rows.length === 0 && !mayAdd(related, record)) return null
  const addText = t(texts.add, { label: t(related.object.label).toLocaleLowerCase(language) })
  return (
    <section className={style.related} aria-label={t(related.label)}>
      <div className={style.sectionHead}>
        <h2 className={style.sectionTitle}>{t(related.label)}{count && count.value > 0 && <span className={style.count}>{count.exact ? number : t(texts.countOver, { count: number })}</span>}</h2>
        {mayAdd(related, record) && (
          <Tooltip label={addText}>
            <ActionIcon size="sm" color="teal" aria-label={addText} onClick={() => addRelated(object, record, related)}><IconPlus className={style.icon} /></ActionIcon>
          </Tooltip>
        )}
      </div>
      {list.isError ? <RefusedFace error={list.error} onRetry={() => void list.refetch()} /> : list.isPending ? <Waiting lines={2} />
        : rows.length === 0 ? whole && <EmptyFace title={t(texts.noneYet)} /> : <ul className={style.relatedRows}>{rows.map((row) => <RelatedRow key={row.id} related={related} row={row} />)}</ul>}
      {count && !all && count.value > rows.length && count.value <= relatedRows && <button type="button" className={style.act} onClick={() => setAll(true)}>{t(texts.showAll, { count: number! })}</button>}
      {count && count.value > relatedRows && <Go className={style.allLink} href={`${toList(related.object.name)}?${new URLSearchParams({ where: request.where! })}`}>{t(texts.showAll, { count: number! })}</Go>}
    </section>
  )
}

interface Fact {
  path: string
  found: ResolvedPath
  value: unknown
}

/** What a row is about: of a tie the company or the person it leads to, else the record itself; and the facts around it, in order. */
function factsOf(metadata: MetadataAnswer, related: Related, row: RecordRow) {
  const facts = related.columns.flatMap((path): Fact[] => {
    const found = resolvePath(metadata, related.object.name, path)
    const value = row[path]
    return found === null || value === null || value === undefined || (Array.isArray(value) && value.length === 0) ? [] : [{ path, found, value }]
  })
  const targetOf = ({ found }: Fact) => (found.part === null && found.last.type === 'link' ? objectOf(metadata, found.last.target) : null)
  const leading = related.object.navigation === undefined ? facts.find((fact) => (targetOf(fact)?.navigation?.group ?? 'settings') !== 'settings') : undefined
  const target = leading && targetOf(leading)
  const lead = leading && target ? { object: target, id: (leading.value as LinkValue).id, name: (leading.value as LinkValue).name } : { object: related.object, id: row.id, name: nameOf(related.object, row) }
  // What has no name of its own is called by what it links together, which is then not said twice.
  const isSaid = ({ path, found: { last } }: Fact) => path === related.object.nameField || (leading === undefined && !row[related.object.nameField] && last.type === 'link' && last.target !== 'user' && path === last.name)
  const rest = facts.filter((fact) => fact !== leading && !isSaid(fact))
  return { lead, rest, isPerson: lead.object.fields.some((field) => field.name === 'firstName') }
}

function RelatedRow({ related, row }: { related: Related; row: RecordRow }) {
  const { lead, rest, isPerson } = factsOf(useMetadata(), related, row)
  const standing = useStanding(related.object.name, row, rest)
  const marked = rest.find(({ path }) => path === standing?.why.at)
  const [beside, ...below] = rest.filter((fact) => fact !== marked)
  return (
    <li className={style.relatedRow}>
      {isPerson && <Face name={lead.name} />}
      <div className={style.relatedBody}>
        <div className={style.relatedHead}>
          <Go className={style.relatedName} href={toRecord(lead.object.name, lead.id)}>{lead.name || '–'}</Go>
          {beside && <span className={style.beside}><FactShow fact={beside} /></span>}
        </div>
        {standing && <StandOut {...standing}>{marked && <FactShow fact={marked} />}</StandOut>}
        {below.length > 0 && <div className={style.below}>{below.map((fact) => <span key={fact.path}><FactShow fact={fact} /></span>)}</div>}
      </div>
      {related.object.navigation === undefined && <RowMenu related={related} row={row} name={lead.name} />}
    </li>
  )
}

/** A bare day or moment says nothing without its name: 'do 01.03.2021'. */
function FactShow({ fact: { found, value } }: { fact: Fact }) {
  const t = useText()
  const language = useLanguage()
  const shown = <FieldShow field={found.last} part={found.part} value={value} />
  return found.last.type === 'date' || found.last.type === 'dateTime' ? <span className={style.dated}>{t(found.last.label).toLocaleLowerCase(language)} {shown}</span> : shown
}

/** Records that only tie two others have no page one would visit, so they are changed and removed from here. */
function RowMenu({ related, row, name }: { related: Related; row: RecordRow; name: string }) {
  const t = useText()
  const { object } = related
  if (!object.can.change && !object.can.delete) return null
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon size="xs" className={style.rowMenu} aria-label={`${name}: ${t(texts.more)}`}><IconDots className={style.small} /></ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {object.can.change && <Menu.Item leftSection={<IconPencil className={style.icon} />} onClick={() => openEdit(object.name, row.id)}>{t(texts.edit)}</Menu.Item>}
        {object.can.delete && <Menu.Item leftSection={<IconTrash className={style.icon} />} onClick={() => void removeWithUndo(object.name, row.id, t(texts.removed, { name }))}>{t(texts.remove)}</Menu.Item>}
      </Menu.Dropdown>
    </Menu>
  )
}
