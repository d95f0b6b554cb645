import { ActionIcon, Button, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import type { Values } from '../../../contract/definition.ts'
import type { LinkValue, ObjectView, RecordRow } from '../../../contract/records.ts'
import type { Unread } from '../../../fields/web.ts'
import { fieldOf, useObject, type FieldView } from '../../kernel/api/metadata.ts'
import { fieldSentences } from '../../kernel/api/problem.ts'
import { createRecord, useList } from '../../kernel/api/records.ts'
import { FieldEdit } from '../../kernel/records/field/FieldEdit.tsx'
import { FieldShow } from '../../kernel/records/field/FieldShow.tsx'
import { removeWithUndo } from '../../kernel/records/page/acts.ts'
import { RefusedFace, Waiting } from '../../kernel/ui/faces.tsx'
import { Go } from '../../kernel/ui/Go.tsx'
import { useText } from '../../kernel/ui/language.ts'
import { toRecord } from '../../kernel/ui/links.ts'
import { refused } from '../../kernel/ui/notify.tsx'
import { useAct } from '../../kernel/ui/useAct.ts'
import { InPlace } from '../InPlace.tsx'
import style from '../products.module.css'
import { texts } from '../texts.ts'

const shownAtOnce = 100
const facts = ['amount', 'fromQuantity', 'validFrom', 'validUntil'] as const

/** Prices of a product in all lists, or of a list for all products: steps of quantity and days, typed where they stand. */
export function PricesBlock({ object, record }: { object: ObjectView; record: RecordRow }) {
  const t = useText()
  const price = useObject('price')
  const [sought, setSought] = useState('')
  const [settled] = useDebouncedValue(sought.trim(), 200)
  const [by, other] = object.name === 'product' ? (['product', 'priceList'] as const) : (['priceList', 'product'] as const)
  const list = useList('price', { columns: ['name', other, ...facts], where: `${by} = '${record.id}'`, order: `${other}.name,fromQuantity,validFrom`, limit: shownAtOnce, ...(settled === '' ? {} : { where: `${by} = '${record.id}' and product.name contains '${settled.replaceAll("'", "''")}'` }) })
  if (list.isError) return <RefusedFace error={list.error} onRetry={() => void list.refetch()} />
  if (list.data === undefined || price === null) return <Waiting lines={3} />
  const rows = list.data.rows
  const mayAdd = price.can.create
  const isLong = list.data.next !== null || settled !== ''
  return (
    <div className={style.block}>
      {other === 'product' && isLong && <TextInput size="sm" aria-label={t(texts.find)} placeholder={t(texts.find)} value={sought} onChange={(event) => setSought(event.currentTarget.value)} />}
      {rows.length > 0 && <div className={style.scroller}>
        <table className={style.prices} data-editable={mayAdd || undefined}>
          <thead><tr>{[other, ...facts].map((name) => <th key={name} scope="col">{t(fieldOf(price, name)?.label ?? texts.prices)}</th>)}<th aria-label={t(texts.acts)} /></tr></thead>
          <tbody>
            {rows.map((row) => <PriceRow key={row.id} price={price} row={row} other={other} />)}
          </tbody>
        </table>
      </div>}
      {rows.length === 0 && <p className={style.quiet}>{t(mayAdd ? texts.noPrices : texts.noPricesReadOnly)}</p>}
      {mayAdd && <NewPrice key={rows.length} price={price} fixed={{ [by]: record.id }} other={other} currency={currencyOf(record)} />}
      {list.data.next !== null && <p className={style.quiet}>{t(texts.shownOf, { count: rows.length })}</p>}
    </div>
  )
}

const currencyOf = (record: RecordRow): string | null => (typeof record['currency'] === 'string' ? record['currency'] : null)

function PriceRow({ price, row, other }: { price: ObjectView; row: RecordRow; other: string }) {
  const t = useText()
  const to = row[other] as LinkValue | null
  const mayChange = row.can?.change !== false
  return (
    <tr>
      <th scope="row">{to && <Go href={toRecord(other, to.id)}>{to.name}</Go>}</th>
      {facts.flatMap((name) => fieldOf(price, name) ?? []).map((field) => (
        <td key={field.name} data-number={field.name === 'amount' || field.name === 'fromQuantity' || undefined}>
          {mayChange ? <InPlace object={price} row={row} name={field.name} label={`${to?.name ?? ''}: ${t(field.label)}`} /> : <FieldShow field={field} value={row[field.name]} density="cell" />}
        </td>
      ))}
      <td>{mayChange && <ActionIcon size="sm" aria-label={t(texts.removePrice, { name: to?.name ?? '' })} onClick={() => void removeWithUndo('price', row.id, t(texts.priceRemoved))}><IconTrash size={15} aria-hidden /></ActionIcon>}</td>
    </tr>
  )
}

/** Below the others: what is typed becomes a price of its own. */
function NewPrice({ price, fixed, other, currency }: { price: ObjectView; fixed: Values; other: string; currency: string | null }) {
  const t = useText()
  const [values, setValues] = useState<Values>({ fromQuantity: '0' })
  const [unread, setUnread] = useState<Record<string, Unread | undefined>>({})
  const add = useAct(() => createRecord('price', { ...fixed, ...idsIn(values) }), (error) => Object.keys(fieldSentences(error)).length === 0 && refused(error))
  const wrong = fieldSentences(add.error)
  const set = (name: string) => (value: unknown, fault?: Unread) => (setValues((before) => ({ ...before, [name]: value })), setUnread((before) => ({ ...before, [name]: fault })))
  const isReady = values[other] != null && values['amount'] != null && Object.values(unread).every((one) => one === undefined)
  const fieldFor = (name: string): FieldView[] => [fieldOf(price, name)].flatMap((field) => (field === null ? [] : [field.type === 'money' && currency !== null ? { ...field, currency } : field]))
  return (
    <section className={style.newPrice} aria-label={t(texts.newPrice)}>
      {[other, ...facts].flatMap(fieldFor).map((field) => <FieldEdit key={field.name} field={field} value={values[field.name] ?? null} unread={unread[field.name]} error={wrong[field.name]} onChange={set(field.name)} />)}
      <Button disabled={!isReady} loading={add.busy} onClick={() => void add.run()}>{t(texts.addPrice)}</Button>
    </section>
  )
}

const idsIn = (values: Values): Values => Object.fromEntries(Object.entries(values).map(([name, value]) => [name, typeof value === 'object' && value !== null && 'id' in value ? (value as LinkValue).id : value]))
