import { lazy } from 'react'
import type { ObjectView, RecordRow } from '../../contract/records.ts'
import type { RecordBanner, RecordBlock, RecordTab } from '../kernel/records/page/parts.ts'
import type { WebRoom } from '../kernel/shell/rooms.ts'
import { texts as course } from './course/texts.ts'
import { texts } from './texts.ts'

interface About {
  object: ObjectView
  record: RecordRow
}
const isLive = ({ record }: About): boolean => typeof record['deletedAt'] !== 'string'
const isQuote = ({ object }: About): boolean => object.name === 'quote'

const tabs: readonly RecordTab[] = [
  { key: 'lines', label: texts.lines, on: isQuote, Tab: lazy(async () => ({ default: (await import('./lines/LinesTab.tsx')).LinesTab })) },
  { key: 'wording', label: texts.wording, on: isQuote, Tab: lazy(async () => ({ default: (await import('./wording/WordingTab.tsx')).WordingTab })) },
  { key: 'versions', label: texts.versions, on: isQuote, Tab: lazy(async () => ({ default: (await import('./versions/VersionsTab.tsx')).VersionsTab })) },
]
const standing: RecordBanner = { key: 'standing', on: (about) => isQuote(about) && isLive(about), Banner: lazy(async () => ({ default: (await import('./course/Standing.tsx')).Standing })) }
const ofOpportunity: RecordBlock = { key: 'quotes', label: course.quotes, insteadOf: 'quote.opportunity', on: (about) => about.object.name === 'opportunity' && isLive(about), Block: lazy(async () => ({ default: (await import('./course/OfOpportunity.tsx')).OfOpportunity })) }

export const quotes: WebRoom = { name: 'quotes', record: { tabs, banners: [standing], blocks: [ofOpportunity] } }
