import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { LinkValue } from '../../../contract/records.ts'
import type { FoundProduct } from '../../../server/products/contract.ts'
import type { CellInputProps, Leaving } from '../../kernel/sheet/columns.ts'
import { OffersInput } from '../../kernel/sheet/OffersInput.tsx'
import { productOffers } from '../asking.ts'
import style from '../quotes.module.css'

/** Products offered while a code or a name is typed; what is not among them stays as free text. */
export function ProductInput<Row>({ onProduct, ...props }: CellInputProps<Row> & { onProduct(product: LinkValue & { isStructure: boolean }): void }) {
  const [sought, setSought] = useState(props.typed ? props.text : '')
  const [settled] = useDebouncedValue(sought.trim(), 60)
  const found = useQuery({ ...productOffers(settled), placeholderData: keepPreviousData })
  const products = found.data?.products ?? []
  function pick(id: string, leaving: Leaving) {
    const product = products.find((one) => one.id === id)
    if (product === undefined) return
    props.onDone(null, leaving === 'down' || leaving === 'stay' || leaving === 'next' ? { column: 'quantity' } : leaving)
    onProduct({ id, name: product.name, isStructure: product.kind === 'structure' })
  }
  return <OffersInput {...props} offers={products.map((product) => ({ key: product.id, shown: <ProductOffer product={product} />, exact: product.code ?? '' }))} waiting={found.isFetching} onSought={setSought} onPick={pick} />
}

function ProductOffer({ product: { code, name, group } }: { product: FoundProduct }) {
  return (
    <span className={style.offer}>
      <span className={style.offerCode}>{code}</span>
      <span className={style.offerName}>{name}</span>
      <span className={style.offerGroup}>{group}</span>
    </span>
  )
}
