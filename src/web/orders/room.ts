import { lazy } from 'react'
import type { ObjectView, RecordRow } from '../../contract/records.ts'
import type { RecordAct, RecordBanner, RecordBlock, RecordTab } from '../kernel/records/page/parts.ts'
import type { WebRoom } from '../kernel/shell/rooms.ts'
import { texts } from './texts.ts'

interface About {
  object: ObjectView
  record: RecordRow
}
const isLive = ({ record }: About): boolean => typeof record['deletedAt'] !== 'string'
const isOf = (name: string) => (about: About): boolean => about.object.name === name && isLive(about)
const isAccepted = ({ record }: About): boolean => ['accepted', 'inDelivery', 'done'].includes(String(record['state']))

const tabs: readonly RecordTab[] = [
  { key: 'agreements', label: texts.agreements, insteadOf: 'orderCheck.salesOrder', on: isOf('salesOrder'), Tab: lazy(async () => ({ default: (await import('./checklist/Checklist.tsx')).Checklist })) },
  { key: 'lines', label: texts.lines, insteadOf: 'orderLine.salesOrder', on: isOf('salesOrder'), Tab: lazy(async () => ({ default: (await import('./lines/OrderLines.tsx')).OrderLines })) },
]
const open: RecordBanner = { key: 'open', on: (about) => isOf('salesOrder')(about) && about.record['state'] === 'new', Banner: lazy(async () => ({ default: (await import('./checklist/OpenChecks.tsx')).OpenChecks })) }
const questions: RecordBlock = { key: 'questions', label: texts.questions, on: isOf('checklistTemplate'), Block: lazy(async () => ({ default: (await import('./questions/Questions.tsx')).Questions })) }
const term: RecordBlock = { key: 'term', label: texts.term, on: isOf('contract'), beside: true, Block: lazy(async () => ({ default: (await import('./contract/TermBar.tsx')).TermBar })) }
const worth: RecordTab = { key: 'worth', label: texts.worth, on: isOf('contract'), Tab: lazy(async () => ({ default: (await import('./contract/Worth.tsx')).Worth })) }

const menu: readonly RecordAct[] = (['xlsx', 'csv', 'json'] as const).map((format) => ({
  key: `accounting-${format}`, label: texts.accounting[format], icon: 'receipt',
  on: (about) => isOf('salesOrder')(about) && isAccepted(about) && about.object.can.export === true,
  run: ({ record }) => window.location.assign(`/api/orders/${record.id}/accounting?format=${format}`),
}))

export const orders: WebRoom = { name: 'orders', record: { tabs: [...tabs, worth], banners: [open], blocks: [questions, term], menu } }
