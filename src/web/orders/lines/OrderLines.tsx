import { ActionIcon, Button } from '@mantine/core'
import { IconPencil, IconPlus, IconTrash } from '@tabler/icons-react'
import type { LinkValue, ObjectView, RecordRow } from '../../../contract/records.ts'
import { fieldOf, useObject, type FieldView } from '../../kernel/api/metadata.ts'
import { useList } from '../../kernel/api/records.ts'
import { FieldShow } from '../../kernel/records/field/FieldShow.tsx'
import { createRecordByForm, openEdit } from '../../kernel/records/form/open.ts'
import { nameOf } from '../../kernel/records/name.ts'
import { removeWithUndo } from '../../kernel/records/page/acts.ts'
import { EmptyFace, RefusedFace, Waiting } from '../../kernel/ui/faces.tsx'
import { useText } from '../../kernel/ui/language.ts'
import style from './lines.module.css'
import { Sums } from './Sums.tsx'
import { texts } from './texts.ts'

const shown = ['code', 'name', 'quantity', 'unit', 'unitPrice', 'discount', 'discountValue', 'vatRate', 'net', 'margin']
const figures = ['quantity', 'unitPrice', 'discount', 'discountValue', 'net', 'margin']
/** Those that stay away while no line has them. */
const seldom = ['discount', 'discountValue', 'margin']
const most = 500

/** What is ordered, with what it comes to; parts stand below their structure. */
export function OrderLines({ object, record }: { object: ObjectView; record: RecordRow }) {
  const t = useText()
  const line = useObject('orderLine')
  const readable = shown.flatMap((name) => (line && fieldOf(line, name)) ?? [])
  const list = useList('orderLine', { columns: ['parent', 'vat', ...readable.map(({ name }) => name)].filter((name) => line !== null && fieldOf(line, name) !== null), where: `salesOrder = '${record.id}'`, order: 'position', limit: most }, { enabled: line !== null })
  if (line === null) return null
  if (list.isError) return <RefusedFace error={list.error} onRetry={() => void list.refetch()} />
  if (list.data === undefined) return <Waiting lines={6} />
  const { rows } = list.data
  const isOpen = record['state'] === 'new' && record.can?.change !== false
  const next = String(rows.length + 1)
  const add = isOpen && line.can.create && (
    <Button size="compact-md" leftSection={<IconPlus size={15} stroke={1.8} aria-hidden />} onClick={() => void createRecordByForm('orderLine', { salesOrder: { id: record.id, name: nameOf(object, record) }, position: next })}>{t(texts.add)}</Button>
  )
  if (rows.length === 0) return <EmptyFace title={t(texts.nothing)} action={add}>{t(texts.nothingWhy)}</EmptyFace>
  const columns = readable.filter(({ name }) => !seldom.includes(name) || rows.some((row) => row[name] !== null))
  return (
    <section className={style.lines} aria-label={t(texts.lines)}>
      <div className={style.scroll} tabIndex={0} role="group" aria-label={t(texts.lines)}>
        <table className={style.table}>
          <thead><tr><th scope="col">{t(texts.no)}</th>{columns.map((field) => <th key={field.name} scope="col" data-figure={figures.includes(field.name) || undefined}>{t(field.label)}</th>)}<th scope="col"><span className={style.unseen}>{t(texts.acts)}</span></th></tr></thead>
          <tbody>{numbered(rows).map(({ row, number }) => <Line key={row.id} line={line} row={row} number={number} columns={columns} isOpen={isOpen} />)}</tbody>
        </table>
      </div>
      <div className={style.foot}>
        <div>{add || <p className={style.quiet}>{record['state'] === 'new' ? '' : t(texts.locked)}</p>}</div>
        <Sums record={record} rows={rows} />
      </div>
    </section>
  )
}

/** Whole lines are counted; parts are not, and come after theirs. */
function numbered(rows: readonly RecordRow[]): { row: RecordRow; number: string }[] {
  const parts = Map.groupBy(rows, (row) => (row['parent'] as LinkValue | null)?.id ?? '')
  const below = (row: RecordRow, depth: number): { row: RecordRow; number: string }[] => (depth > 20 ? [] : (parts.get(row.id) ?? []).flatMap((part) => [{ row: part, number: '' }, ...below(part, depth + 1)]))
  return (parts.get('') ?? []).flatMap((row, at) => [{ row, number: String(at + 1) }, ...below(row, 0)])
}

function Line({ line, row, number, columns, isOpen }: { line: ObjectView; row: RecordRow; number: string; columns: readonly FieldView[]; isOpen: boolean }) {
  const t = useText()
  const name = String(row['name'] ?? '')
  const isPart = number === ''
  return (
    <tr data-part={isPart || undefined}>
      <td className={style.number}>{number}</td>
      {columns.map((field) => (
        <td key={field.name} data-field={field.name} data-figure={figures.includes(field.name) || undefined}>
          {isPart && field.name === 'net' ? <span className={style.quiet}>{t(texts.part)}</span> : isPart && (field.name === 'margin' || field.name === 'vatRate') ? null : <FieldShow field={field} value={row[field.name]} at={{ object: 'orderLine', id: row.id }} />}
        </td>
      ))}
      <td className={style.acts}>
        {isOpen && <ActionIcon size="sm" aria-label={t(texts.edit, { name })} onClick={() => openEdit('orderLine', row.id)}><IconPencil size={16} stroke={1.6} /></ActionIcon>}
        {isOpen && line.can.delete && <ActionIcon size="sm" aria-label={t(texts.remove, { name })} onClick={() => void removeWithUndo('orderLine', row.id, t(texts.removed, { name }))}><IconTrash size={16} stroke={1.6} /></ActionIcon>}
      </td>
    </tr>
  )
}
