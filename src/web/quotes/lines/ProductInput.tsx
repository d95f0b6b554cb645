import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { LinkValue, RecordRow } from '../../../contract/records.ts'
import { asText } from '../../../fields/as-text.ts'
import { fieldOf, useObject } from '../../kernel/api/metadata.ts'
import type { CellInputProps, Leaving } from '../../kernel/sheet/columns.ts'
import { OffersInput } from '../../kernel/sheet/OffersInput.tsx'
import { useManner } from '../../kernel/ui/language.ts'
import { productOffers } from '../asking.ts'
import style from '../quotes.module.css'

/** Products offered while a code or a name is typed; what is not among them stays as free text. */
export function ProductInput<Row>({ onProduct, ...props }: CellInputProps<Row> & { onProduct(product: LinkValue & { isStructure: boolean }): void }) {
  const [sought, setSought] = useState(props.typed ? props.text : '')
  const [settled] = useDebouncedValue(sought.trim(), 60)
  const found = useQuery({ ...productOffers(settled), placeholderData: keepPreviousData })
  const rows = found.data?.rows ?? []
  function pick(id: string, leaving: Leaving) {
    const row = rows.find((one) => one.id === id)
    if (row === undefined) return
    props.onDone(null, leaving === 'down' || leaving === 'stay' || leaving === 'next' ? { column: 'quantity' } : leaving)
    onProduct({ id: row.id, name: String(row['name'] ?? ''), isStructure: row['kind'] === 'structure' })
  }
  return <OffersInput {...props} offers={rows.map((row) => ({ key: row.id, shown: <ProductOffer row={row} />, exact: String(row['code'] ?? '') }))} waiting={found.isFetching} onSought={setSought} onPick={pick} />
}

function ProductOffer({ row }: { row: RecordRow }) {
  const manner = useManner()
  const product = useObject('product')
  const price = product && fieldOf(product, 'price')
  return (
    <span className={style.offer}>
      <span className={style.offerCode}>{String(row['code'] ?? '')}</span>
      <span className={style.offerName}>{String(row['name'] ?? '')}</span>
      <span className={style.offerPrice}>{price && row['price'] != null ? asText(row['price'], price, manner) : ''}</span>
    </span>
  )
}
