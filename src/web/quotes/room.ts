import { lazy } from 'react'
import type { ObjectView } from '../../contract/records.ts'
import type { RecordTab } from '../kernel/records/page/parts.ts'
import type { WebRoom } from '../kernel/shell/rooms.ts'
import { texts } from './texts.ts'

const isQuote = ({ object }: { object: ObjectView }): boolean => object.name === 'quote'

const tabs: readonly RecordTab[] = [
  { key: 'lines', label: texts.lines, on: isQuote, Tab: lazy(async () => ({ default: (await import('./lines/LinesTab.tsx')).LinesTab })) },
]

export const quotes: WebRoom = { name: 'quotes', record: { tabs } }
