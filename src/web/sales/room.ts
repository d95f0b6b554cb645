import { lazy, type ComponentType } from 'react'
import type { ObjectView, RecordRow } from '../../contract/records.ts'
import type { FieldEditProps } from '../../fields/web.ts'
import { objectOf } from '../kernel/api/metadata.ts'
import type { RecordBanner, RecordBlock } from '../kernel/records/page/parts.ts'
import type { WebRoom } from '../kernel/shell/rooms.ts'
import { openSplit } from './splitting/open.tsx'
import { texts as splitting } from './splitting/texts.ts'
import { texts } from './texts.ts'

interface About {
  object: ObjectView
  record: RecordRow
}
const isLive = ({ record }: About): boolean => typeof record['deletedAt'] !== 'string'
const isDeal = (about: About): boolean => about.object.name === 'opportunity' && isLive(about)

const path: RecordBanner = { key: 'path', on: isDeal, Banner: lazy(async () => ({ default: (await import('./page/StagePath.tsx')).StagePath })) }
const warnings: RecordBanner = { key: 'warnings', on: (about) => isDeal(about) && about.record['state'] === 'open', Banner: lazy(async () => ({ default: (await import('./page/Warnings.tsx')).Warnings })) }
const deals: RecordBlock = { key: 'deals', label: texts.deals, beside: true, on: (about) => about.object.name === 'company' && isLive(about) && objectOf(about.metadata, 'opportunity') !== null, Block: lazy(async () => ({ default: (await import('./page/CompanyDeals.tsx')).CompanyDeals })) }
const stages: RecordBlock = { key: 'stages', label: texts.path, on: (about) => about.object.name === 'pipeline' && isLive(about), Block: lazy(async () => ({ default: (await import('./pipelines/Stages.tsx')).Stages })) }
const enterWhen = lazy(async () => ({ default: (await import('./pipelines/EnterWhenEdit.tsx')).EnterWhenEdit as ComponentType<FieldEditProps<never>> }))

export const sales: WebRoom = {
  name: 'sales',
  screens: [
    { path: '/sales/forecast', title: texts.forecast, under: '/records/opportunity', load: async () => (await import('./forecast/ForecastScreen.tsx')).ForecastScreen },
    { path: '/sales/process', title: texts.process, under: '/records/opportunity', load: async () => (await import('./process/ProcessScreen.tsx')).ProcessScreen },
  ],
  listLinks: [
    { label: texts.process, icon: 'list', href: () => '/sales/process', objects: ['opportunity'] },
    { label: texts.forecast, icon: 'chart-bar', href: () => '/sales/forecast', objects: ['opportunity'] },
  ],
  record: {
    menu: [{ key: 'split', label: splitting.split, icon: 'arrows-split', on: (about) => isDeal(about) && about.record.can?.change === true && about.record['state'] === 'open', run: ({ record }) => openSplit(record) }],
    banners: [path, warnings],
    blocks: [deals, stages],
    fields: { 'stage.enterWhen': { Edit: enterWhen } },
  },
}
