import { lazy } from 'react'
import type { RecordBlock } from '../kernel/records/page/parts.ts'
import type { WebRoom } from '../kernel/shell/rooms.ts'
import { texts } from './texts.ts'

const structure: RecordBlock = {
  key: 'structure', label: texts.structure, on: ({ object, record }) => object.name === 'product' && record['kind'] === 'structure' && !record['deletedAt'],
  Block: lazy(async () => ({ default: (await import('./structure/StructureBlock.tsx')).StructureBlock })),
}
const prices: RecordBlock = {
  key: 'prices', label: texts.prices, on: ({ object, record }) => (object.name === 'product' || object.name === 'priceList') && !record['deletedAt'],
  Block: lazy(async () => ({ default: (await import('./prices/PricesBlock.tsx')).PricesBlock })),
}

export const products: WebRoom = { name: 'products', record: { blocks: [structure, prices] } }
