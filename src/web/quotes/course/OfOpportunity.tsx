import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import type { LinkValue, ObjectView, RecordRow } from '../../../contract/records.ts'
import { showMoney } from '../../../fields/money/currencies.ts'
import type { Money } from '../../../fields/field.ts'
import { readGrid, saveGrid } from '../../../server/quotes/contract.ts'
import { fieldOf, useObject } from '../../kernel/api/metadata.ts'
import { createRecord, listRecords, useList } from '../../kernel/api/records.ts'
import { call } from '../../kernel/api/request.ts'
import { FieldShow } from '../../kernel/records/field/FieldShow.tsx'
import { RefusedFace, Waiting } from '../../kernel/ui/faces.tsx'
import { Go } from '../../kernel/ui/Go.tsx'
import { useGo } from '../../kernel/ui/go.ts'
import { useLanguage, useText } from '../../kernel/ui/language.ts'
import { toRecord } from '../../kernel/ui/links.ts'
import { refused } from '../../kernel/ui/notify.tsx'
import { useAct } from '../../kernel/ui/useAct.ts'
import { pricesOf } from '../asking.ts'
import style from './course.module.css'
import { texts } from './texts.ts'

/** The quotes of a deal, and a new one that begins with what the deal already says. */
export function OfOpportunity({ record }: { object: ObjectView; record: RecordRow }) {
  const t = useText()
  const go = useGo()
  const language = useLanguage()
  const quote = useObject('quote')
  const state = quote && fieldOf(quote, 'state')
  const list = useList('quote', { columns: ['number', 'edition', 'state', 'gross', 'net'], where: `opportunity = '${record.id}'`, order: '-createdAt', limit: 20 })
  const begin = useAct(async () => go(toRecord('quote', await quoteFor(record))), refused)
  if (list.isError) return <RefusedFace error={list.error} />
  if (list.isPending) return <Waiting lines={2} />
  return (
    <div className={style.block}>
      {list.data.rows.length === 0 ? <p className={style.quiet}>{t(texts.noQuotes)}</p> : (
        <ul className={style.rows}>
          {list.data.rows.map((row) => (
            <li key={row.id}>
              <Go href={toRecord('quote', row.id)}>{`${String(row['number'])} · ${String(row['edition'])}`}</Go>
              {state && <FieldShow field={state} value={row['state']} />}
              <span className={style.amount}>{row['net'] != null && showMoney(row['net'] as Money, language)}</span>
            </li>
          ))}
        </ul>
      )}
      {quote?.can.create && record['company'] !== null && <div><Button size="compact-sm" loading={begin.busy} leftSection={<IconPlus size={14} aria-hidden />} onClick={() => void begin.run()}>{t(texts.newQuote)}</Button></div>}
    </div>
  )
}

/** Company, contact, currency and the products that were talked about go along; prices come from the catalogue, where the deal has none of its own. */
async function quoteFor(record: RecordRow): Promise<string> {
  const idOf = (value: unknown) => (value as LinkValue | null | undefined)?.id ?? null
  const currency = (record['amount'] as Money | null)?.currency
  const made = await createRecord('quote', { title: String(record['name'] ?? ''), company: idOf(record['company']), contact: idOf(record['contact']), opportunity: record.id, ...(currency === undefined ? {} : { currency }) })
  const { rows } = await listRecords('opportunityLine', { columns: ['name', 'product', 'quantity', 'unitPrice', 'discount'], where: `opportunity = '${record.id}'`, order: 'createdAt', limit: 200 })
  if (rows.length === 0) return made.id
  const products = rows.flatMap((row) => (idOf(row['product']) === null ? [] : [{ product: idOf(row['product'])!, quantity: (row['quantity'] as string | null) ?? '1' }]))
  const catalogue = products.length === 0 ? [] : (await pricesOf(made.id, products)).items
  const lines = rows.map((row) => {
    const product = idOf(row['product'])
    const { product: _, priceList: __, source: ___, unitCost, ...known } = catalogue.find((item) => item.product === product) ?? { product: null, priceList: null, source: null, name: '', code: null, unit: null, vatRate: '23', unitPrice: null }
    const own = (row['unitPrice'] as Money | null)?.amount
    return { key: row.id, ...known, ...(unitCost === undefined ? {} : { unitCost }), product, name: known.name || String(row['name'] ?? '–'), quantity: (row['quantity'] as string | null) ?? '1', discount: (row['discount'] as string | null) ?? null, ...(own === undefined ? {} : { unitPrice: own }) }
  })
  const grid = await call(readGrid, { params: { id: made.id } })
  await call(saveGrid, { params: { id: made.id }, body: { version: grid.quote.version, sections: [], lines: grid.may.writeCosts ? lines : lines.map(({ unitCost: _, ...line }) => line) } })
  return made.id
}
